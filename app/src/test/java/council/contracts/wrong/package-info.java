@NullMarked
package council.contracts.wrong;

import org.jspecify.annotations.NullMarked;
