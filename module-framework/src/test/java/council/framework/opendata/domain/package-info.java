@NullMarked
package council.framework.opendata.domain;

import org.jspecify.annotations.NullMarked;
