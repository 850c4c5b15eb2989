@NullMarked
package council.framework.transition.domain;

import org.jspecify.annotations.NullMarked;
