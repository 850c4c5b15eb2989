@NullMarked
package council.config.store;

import org.jspecify.annotations.NullMarked;
