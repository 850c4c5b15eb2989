@NullMarked
package council.platform.module;

import org.jspecify.annotations.NullMarked;
