/**
 * Whether the database keeps councils apart, asked of its catalogue: no table is listed by hand.
 */
@NullMarked
package council.testing.tenancy;

import org.jspecify.annotations.NullMarked;
