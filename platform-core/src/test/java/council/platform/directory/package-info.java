@NullMarked
package council.platform.directory;

import org.jspecify.annotations.NullMarked;
