@NullMarked
package council.app.database;

import org.jspecify.annotations.NullMarked;
