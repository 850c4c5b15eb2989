/** Pure engines: allocation of a round and eligibility for new business. No clock, no IO. */
@NullMarked
package council.framework.domain;

import org.jspecify.annotations.NullMarked;
