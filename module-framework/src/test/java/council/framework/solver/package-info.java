@NullMarked
package council.framework.solver;

import org.jspecify.annotations.NullMarked;
