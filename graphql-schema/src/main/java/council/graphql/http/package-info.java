/** GraphQL over HTTP. */
@NullMarked
package council.graphql.http;

import org.jspecify.annotations.NullMarked;
