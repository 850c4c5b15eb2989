/** What the rest of the house may use of the schemes. */
@NullMarked
package council.config.api;

import org.jspecify.annotations.NullMarked;
