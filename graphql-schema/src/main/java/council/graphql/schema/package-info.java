/** The composition of the one schema from the SDL and the declarations of all modules. */
@NullMarked
package council.graphql.schema;

import org.jspecify.annotations.NullMarked;
