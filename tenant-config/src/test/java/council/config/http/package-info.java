@NullMarked
package council.config.http;

import org.jspecify.annotations.NullMarked;
