@NullMarked
package council.platform.calendar;

import org.jspecify.annotations.NullMarked;
