/**
 * Data about people: what is marked as such, for which purpose it may be read, who read it, what is
 * held on one person, and when it ends.
 */
@NullMarked
package council.platform.personal;

import org.jspecify.annotations.NullMarked;
