package council.platform.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AccessorNamingStrategy;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.DefaultAccessorNamingStrategy;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The members of a record are its components; {@code isEmpty()} and the like are not written. */
final class ComponentsOnly extends DefaultAccessorNamingStrategy.Provider {
  private static final long serialVersionUID = 1L;

  @Override
  public AccessorNamingStrategy forRecord(MapperConfig<?> config, AnnotatedClass recordClass) {
    return new Naming(config, recordClass);
  }

  private static final class Naming extends DefaultAccessorNamingStrategy.RecordNaming {
    private final Set<String> components;

    Naming(MapperConfig<?> config, AnnotatedClass recordClass) {
      super(config, recordClass);
      components =
          Arrays.stream(recordClass.getRawType().getRecordComponents())
              .map(component -> component.getName())
              .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable String findNameForRegularGetter(AnnotatedMethod method, String name) {
      return components.contains(name) ? name : null;
    }

    @Override
    public @Nullable String findNameForIsGetter(AnnotatedMethod method, String name) {
      return null;
    }
  }
}
