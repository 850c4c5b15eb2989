@NullMarked
package council.platform.decision;

import org.jspecify.annotations.NullMarked;
