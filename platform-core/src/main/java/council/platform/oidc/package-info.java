/** Keys of issuers that publish them by OpenID Connect Discovery: fetched, guarded, kept. */
@NullMarked
package council.platform.oidc;

import org.jspecify.annotations.NullMarked;
