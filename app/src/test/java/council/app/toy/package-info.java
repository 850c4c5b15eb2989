@NullMarked
package council.app.toy;

import org.jspecify.annotations.NullMarked;
