@NullMarked
package council.platform.scheme;

import org.jspecify.annotations.NullMarked;
