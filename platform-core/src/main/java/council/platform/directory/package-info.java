/** Providers, consortia, locations, areas, zones and pseudonymous people of a council. */
@NullMarked
package council.platform.directory;

import org.jspecify.annotations.NullMarked;
