@NullMarked
package council.framework;

import org.jspecify.annotations.NullMarked;
