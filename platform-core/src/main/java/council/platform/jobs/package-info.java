/** Work that is done later: promised in the transaction that asks for it, done once in effect. */
@NullMarked
package council.platform.jobs;

import org.jspecify.annotations.NullMarked;
