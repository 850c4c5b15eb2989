/** Programs from the npm registry that tests run beside the server. */
@NullMarked
package council.testing.node;

import org.jspecify.annotations.NullMarked;
