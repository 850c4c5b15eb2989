@NullMarked
package council.app.cli;

import org.jspecify.annotations.NullMarked;
