/** The demo instance: three invented rounds for three councils, brought in by the public API. */
@NullMarked
package council.app.demo;

import org.jspecify.annotations.NullMarked;
