/** Working days of England and Wales. */
@NullMarked
package council.platform.calendar;

import org.jspecify.annotations.NullMarked;
