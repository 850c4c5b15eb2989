/** JSON Schema of the sections, from the same model that the reader binds by. */
@NullMarked
package council.config.schema;

import org.jspecify.annotations.NullMarked;
