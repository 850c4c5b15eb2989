/**
 * Fields of its own that a council keeps on providers and locations, told in its scheme; later on
 * contracts and plans too. About people there are none.
 */
@NullMarked
package council.platform.attribute;

import org.jspecify.annotations.NullMarked;
