@NullMarked
package council.platform.identity;

import org.jspecify.annotations.NullMarked;
