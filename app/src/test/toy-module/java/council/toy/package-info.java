/** The smallest module that brings one thing of each kind; a test puts it in and leaves it out. */
@NullMarked
package council.toy;

import org.jspecify.annotations.NullMarked;
