/** The host's own fields: the directory, users, decisions and the audit. */
@NullMarked
package council.graphql.host;

import org.jspecify.annotations.NullMarked;
