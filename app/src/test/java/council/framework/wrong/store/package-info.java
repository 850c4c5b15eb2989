@NullMarked
package council.framework.wrong.store;

import org.jspecify.annotations.NullMarked;
