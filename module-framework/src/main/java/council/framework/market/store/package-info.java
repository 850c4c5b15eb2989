/** How capacities are kept, and what the market view reads. */
@NullMarked
package council.framework.market.store;

import org.jspecify.annotations.NullMarked;
