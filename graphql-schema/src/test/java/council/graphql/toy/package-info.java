/** A small module with tables of its own, for the tests of the API. */
@NullMarked
package council.graphql.toy;

import org.jspecify.annotations.NullMarked;
