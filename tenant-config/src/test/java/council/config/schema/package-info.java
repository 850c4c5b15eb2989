@NullMarked
package council.config.schema;

import org.jspecify.annotations.NullMarked;
