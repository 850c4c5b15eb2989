@NullMarked
package council.platform.jobs;

import org.jspecify.annotations.NullMarked;
