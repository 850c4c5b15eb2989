@NullMarked
package council.framework.wrong.api;

import org.jspecify.annotations.NullMarked;
