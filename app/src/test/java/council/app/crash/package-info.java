/** What is left after the server or PostgreSQL was killed in the middle of its work. */
@NullMarked
package council.app.crash;

import org.jspecify.annotations.NullMarked;
