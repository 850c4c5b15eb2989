@NullMarked
package council.framework.market.domain;

import org.jspecify.annotations.NullMarked;
