package council.platform.scheme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component names things that other parts of the same document, of this module or of another,
 * may refer to: the keys of a map, the texts of a list or set, a text, or the component {@code
 * code} of each record in a list.
 *
 * @see RefersTo
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Declares {
  /** What is named, module and thing, such as {@code framework.vehicle}. */
  String value();
}
