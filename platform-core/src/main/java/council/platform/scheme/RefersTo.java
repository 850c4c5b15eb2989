package council.platform.scheme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The component refers to something that the document {@linkplain Declares declares} elsewhere: a
 * text, an Optional text, the texts of a list or set, or the keys of a map. A name that nobody
 * declares is an error; that no installed module declares such things at all is told as well.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface RefersTo {
  /** What is named, module and thing, such as {@code framework.vehicle}. */
  String value();
}
