/**
 * That no council and no provider sees another: tried on every field that introspection shows and
 * every table that the catalogue names, so that what a module adds is tried without being listed.
 */
@NullMarked
package council.app.isolation;

import org.jspecify.annotations.NullMarked;
