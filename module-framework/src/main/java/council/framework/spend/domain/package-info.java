/** What is committed through a framework against its limits: pure. No clock, no IO. */
@NullMarked
package council.framework.spend.domain;

import org.jspecify.annotations.NullMarked;
