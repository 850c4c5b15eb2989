/** The declared reads and how an operation over them becomes one SQL statement per root field. */
@NullMarked
package council.graphql.read;

import org.jspecify.annotations.NullMarked;
