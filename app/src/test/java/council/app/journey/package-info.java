@NullMarked
package council.app.journey;

import org.jspecify.annotations.NullMarked;
