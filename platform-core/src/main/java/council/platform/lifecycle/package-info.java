/** States and transitions as data, and the small engine that runs them. */
@NullMarked
package council.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
