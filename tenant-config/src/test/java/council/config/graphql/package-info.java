@NullMarked
package council.config.graphql;

import org.jspecify.annotations.NullMarked;
