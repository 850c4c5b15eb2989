/** The JSON Schema of every section, for whoever writes a scheme. */
@NullMarked
package council.config.http;

import org.jspecify.annotations.NullMarked;
