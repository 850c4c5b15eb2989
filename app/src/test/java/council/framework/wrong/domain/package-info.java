@NullMarked
package council.framework.wrong.domain;

import org.jspecify.annotations.NullMarked;
