/** What the tests of every module share. Not part of the product. */
@NullMarked
package council.testing;

import org.jspecify.annotations.NullMarked;
