@NullMarked
package council.config.wrong;

import org.jspecify.annotations.NullMarked;
