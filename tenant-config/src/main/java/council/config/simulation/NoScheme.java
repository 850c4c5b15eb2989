package council.config.simulation;

import council.platform.scheme.SchemeView;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What a council's first scheme is compared with: nothing is said of anything. */
public record NoScheme(String council, LocalDate effectiveFrom) implements SchemeView {
  @Override
  public <S> Optional<S> findSection(Class<S> type) {
    return Optional.empty();
  }

  @Override
  public Set<String> names(String kind) {
    return Set.of();
  }
}
