@NullMarked
package council.config.simulation;

import org.jspecify.annotations.NullMarked;
