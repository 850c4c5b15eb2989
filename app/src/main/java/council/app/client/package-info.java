/** A client of the public GraphQL API, as any outsider could write it. */
@NullMarked
package council.app.client;

import org.jspecify.annotations.NullMarked;
