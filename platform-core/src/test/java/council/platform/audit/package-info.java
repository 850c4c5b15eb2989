@NullMarked
package council.platform.audit;

import org.jspecify.annotations.NullMarked;
