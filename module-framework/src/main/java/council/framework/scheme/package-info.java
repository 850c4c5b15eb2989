/** The framework section of a council's scheme: what a council may set, and nothing it does. */
@NullMarked
package council.framework.scheme;

import org.jspecify.annotations.NullMarked;
