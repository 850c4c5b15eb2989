@NullMarked
package council.framework.domain;

import org.jspecify.annotations.NullMarked;
