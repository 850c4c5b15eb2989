@NullMarked
package council.platform.oidc;

import org.jspecify.annotations.NullMarked;
