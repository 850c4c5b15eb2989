@NullMarked
package council.config.simulation.store;

import org.jspecify.annotations.NullMarked;
