@NullMarked
package council.platform.attribute;

import org.jspecify.annotations.NullMarked;
