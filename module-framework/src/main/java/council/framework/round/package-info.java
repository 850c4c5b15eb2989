/** Rounds as files: read strictly, with every problem named, and worked out without a database. */
@NullMarked
package council.framework.round;

import org.jspecify.annotations.NullMarked;
