/** The way of an operation: limits, authorisation, reads, mutations, answer. */
@NullMarked
package council.graphql.run;

import org.jspecify.annotations.NullMarked;
