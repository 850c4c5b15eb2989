@NullMarked
package council.platform.problem;

import org.jspecify.annotations.NullMarked;
