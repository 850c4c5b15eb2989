@NullMarked
package council.platform.wrong;

import org.jspecify.annotations.NullMarked;
