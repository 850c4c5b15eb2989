/** The PostgreSQL that the demo brings along. */
@NullMarked
package council.app.database;

import org.jspecify.annotations.NullMarked;
