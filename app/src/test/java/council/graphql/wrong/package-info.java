@NullMarked
package council.graphql.wrong;

import org.jspecify.annotations.NullMarked;
