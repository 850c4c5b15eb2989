@NullMarked
package council.config;

import org.jspecify.annotations.NullMarked;
