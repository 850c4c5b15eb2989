@NullMarked
package council.commissioning.wrong;

import org.jspecify.annotations.NullMarked;
