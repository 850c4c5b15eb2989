/** Checks that the sections of any module can use on what they hold. */
@NullMarked
package council.platform.scheme.check;

import org.jspecify.annotations.NullMarked;
