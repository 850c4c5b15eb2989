@NullMarked
package council.framework.wrong;

import org.jspecify.annotations.NullMarked;
