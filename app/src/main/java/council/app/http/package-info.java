/** What is served beside GraphQL: health, and GraphiQL in the demo. */
@NullMarked
package council.app.http;

import org.jspecify.annotations.NullMarked;
