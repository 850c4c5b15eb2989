/** How a module takes part when a draft of a scheme is tried on what is there. */
@NullMarked
package council.platform.simulation;

import org.jspecify.annotations.NullMarked;
