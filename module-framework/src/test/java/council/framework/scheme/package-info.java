@NullMarked
package council.framework.scheme;

import org.jspecify.annotations.NullMarked;
