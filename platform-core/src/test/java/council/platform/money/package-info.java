@NullMarked
package council.platform.money;

import org.jspecify.annotations.NullMarked;
