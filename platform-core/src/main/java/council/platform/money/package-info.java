/** Pounds and pence: exact amounts, and shares that add up. */
@NullMarked
package council.platform.money;

import org.jspecify.annotations.NullMarked;
