/** Versions of schemes in the database. */
@NullMarked
package council.config.store;

import org.jspecify.annotations.NullMarked;
