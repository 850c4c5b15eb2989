/** The composition root: it alone knows every module. */
@NullMarked
package council.app;

import org.jspecify.annotations.NullMarked;
