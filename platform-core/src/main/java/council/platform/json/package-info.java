/** One JSON for facts, results and the audit: strict to read, canonical to write. */
@NullMarked
package council.platform.json;

import org.jspecify.annotations.NullMarked;
