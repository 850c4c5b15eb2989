/** Figures of the instance for Prometheus; they say nothing about any council. */
@NullMarked
package council.app.metrics;

import org.jspecify.annotations.NullMarked;
