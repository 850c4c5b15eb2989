/** Starting and stopping: from an empty database to an instance that serves. */
@NullMarked
package council.app.server;

import org.jspecify.annotations.NullMarked;
