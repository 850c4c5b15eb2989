@NullMarked
package council.performance.wrong;

import org.jspecify.annotations.NullMarked;
