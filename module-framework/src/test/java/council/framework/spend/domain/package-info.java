@NullMarked
package council.framework.spend.domain;

import org.jspecify.annotations.NullMarked;
