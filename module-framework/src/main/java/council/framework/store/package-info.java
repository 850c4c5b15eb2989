/** How rounds, places and suspensions are kept, and the use cases that write them. */
@NullMarked
package council.framework.store;

import org.jspecify.annotations.NullMarked;
