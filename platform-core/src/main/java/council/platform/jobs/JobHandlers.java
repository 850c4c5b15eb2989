package council.platform.jobs;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The handlers that the installed modules bring. */
@Singleton
final class JobHandlers {
  private final BeanProvider<JobHandler<?>> beans;
  private volatile @Nullable Map<String, JobHandler<?>> byKind;

  /**
   * @param beans asked for late, since a handler may itself promise further jobs
   */
  JobHandlers(BeanProvider<JobHandler<?>> beans) {
    this.beans = beans;
  }

  Optional<JobHandler<?>> find(String kind) {
    return Optional.ofNullable(byKind().get(kind));
  }

  List<RecurringJob> listRecurring() {
    return byKind().values().stream()
        .filter(RecurringJob.class::isInstance)
        .map(RecurringJob.class::cast)
        .toList();
  }

  private Map<String, JobHandler<?>> byKind() {
    Map<String, JobHandler<?>> known = byKind;
    if (known == null) {
      known = index(beans.stream().toList());
      byKind = known;
    }
    return known;
  }

  private static Map<String, JobHandler<?>> index(List<JobHandler<?>> handlers) {
    Map<String, JobHandler<?>> found = new HashMap<>();
    for (JobHandler<?> handler : handlers) {
      String kind = handler.kind().code();
      JobHandler<?> other = found.put(kind, handler);
      if (other != null) {
        throw new IllegalStateException(
            "Expected one handler of jobs of kind '%s', but found %s and %s"
                .formatted(kind, other.getClass().getName(), handler.getClass().getName()));
      }
    }
    return Map.copyOf(found);
  }
}
