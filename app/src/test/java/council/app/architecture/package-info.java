@NullMarked
package council.app.architecture;

import org.jspecify.annotations.NullMarked;
