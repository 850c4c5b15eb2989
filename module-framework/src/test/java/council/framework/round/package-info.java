@NullMarked
package council.framework.round;

import org.jspecify.annotations.NullMarked;
