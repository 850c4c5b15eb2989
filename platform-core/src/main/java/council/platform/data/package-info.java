@NullMarked
package council.platform.data;

import org.jspecify.annotations.NullMarked;
