@NullMarked
package council.platform.scheme.check;

import org.jspecify.annotations.NullMarked;
