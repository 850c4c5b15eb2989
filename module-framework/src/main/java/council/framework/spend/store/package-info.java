/** How commitments and openings are kept, and the use cases that write them. */
@NullMarked
package council.framework.spend.store;

import org.jspecify.annotations.NullMarked;
