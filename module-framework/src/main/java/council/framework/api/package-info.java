/** What other modules and the API may use of provider frameworks: facades and records. */
@NullMarked
package council.framework.api;

import org.jspecify.annotations.NullMarked;
