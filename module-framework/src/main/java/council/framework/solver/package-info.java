/** The one place that knows the solver library. */
@NullMarked
package council.framework.solver;

import org.jspecify.annotations.NullMarked;
