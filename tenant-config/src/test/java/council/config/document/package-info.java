@NullMarked
package council.config.document;

import org.jspecify.annotations.NullMarked;
