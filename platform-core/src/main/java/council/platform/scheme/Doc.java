package council.platform.scheme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a component of a scheme record; it becomes the description in the JSON Schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Doc {
  /** What it is, with its unit. */
  String value();

  /** Ids of the rules in the councils' documents that it expresses, such as LAN-FW-11. */
  String[] rules() default {};

  /**
   * Kinds of decision that a change of the value can alter, such as {@code framework.allocation};
   * empty means those of the component around it, and at the top every kind of the section.
   */
  String[] affects() default {};
}
