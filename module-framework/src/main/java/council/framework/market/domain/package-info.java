/** How the market of a framework is shared: pure. */
@NullMarked
package council.framework.market.domain;

import org.jspecify.annotations.NullMarked;
