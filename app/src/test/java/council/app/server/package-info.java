@NullMarked
package council.app.server;

import org.jspecify.annotations.NullMarked;
