@NullMarked
package council.platform.expression;

import org.jspecify.annotations.NullMarked;
