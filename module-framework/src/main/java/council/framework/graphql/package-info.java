/** The module's part of the API: declarations, mutations and a few computed fields; no rules. */
@NullMarked
package council.framework.graphql;

import org.jspecify.annotations.NullMarked;
