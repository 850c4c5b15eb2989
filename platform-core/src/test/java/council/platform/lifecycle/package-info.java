@NullMarked
package council.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
