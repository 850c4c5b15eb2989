@NullMarked
package council.platform;

import org.jspecify.annotations.NullMarked;
