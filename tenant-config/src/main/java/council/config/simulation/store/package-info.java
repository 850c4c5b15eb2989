/** Simulations as they are asked for, run and kept. */
@NullMarked
package council.config.simulation.store;

import org.jspecify.annotations.NullMarked;
