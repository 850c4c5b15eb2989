/** Where the facts of the open data come from. */
@NullMarked
package council.framework.opendata.store;

import org.jspecify.annotations.NullMarked;
