@NullMarked
package council.platform.idempotency;

import org.jspecify.annotations.NullMarked;
