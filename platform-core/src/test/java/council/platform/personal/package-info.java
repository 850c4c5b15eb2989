@NullMarked
package council.platform.personal;

import org.jspecify.annotations.NullMarked;
