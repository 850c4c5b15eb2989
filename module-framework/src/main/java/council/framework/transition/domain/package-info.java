/** How cases of locations that move are worked, and how far they are: pure. */
@NullMarked
package council.framework.transition.domain;

import org.jspecify.annotations.NullMarked;
