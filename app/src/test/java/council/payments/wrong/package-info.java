@NullMarked
package council.payments.wrong;

import org.jspecify.annotations.NullMarked;
