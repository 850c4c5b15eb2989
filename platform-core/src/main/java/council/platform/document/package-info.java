/** Trusted documents: what a council lets its clients ask. */
@NullMarked
package council.platform.document;

import org.jspecify.annotations.NullMarked;
