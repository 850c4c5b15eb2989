/** What runs later. */
@NullMarked
package council.framework.jobs;

import org.jspecify.annotations.NullMarked;
