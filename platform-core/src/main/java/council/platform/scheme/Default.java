package council.platform.scheme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a component that the document leaves out, written as it would stand in the document
 * (YAML). A component with neither {@code @Default} nor {@code @Nullable} is required, except lists
 * and maps, which are then empty.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
  String value();
}
