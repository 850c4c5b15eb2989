/** What a module implements to take part in the one API. */
@NullMarked
package council.graphql.spi;

import org.jspecify.annotations.NullMarked;
