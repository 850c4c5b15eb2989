@NullMarked
package council.platform.json;

import org.jspecify.annotations.NullMarked;
