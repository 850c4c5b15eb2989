/** What a draft of a scheme changes in decisions: the comparison alone, without any IO. */
@NullMarked
package council.config.simulation;

import org.jspecify.annotations.NullMarked;
