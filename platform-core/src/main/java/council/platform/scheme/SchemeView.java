package council.platform.scheme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** One scheme document, bound. */
public interface SchemeView {
  String council();

  LocalDate effectiveFrom();

  /** The section of that type, if the document contains it and it could be bound. */
  <S> Optional<S> findSection(Class<S> type);

  /**
   * The names of a kind that all sections of the document {@linkplain Declares declare}, such as
   * {@code framework.vehicle}, for checks that {@link RefersTo} cannot express.
   */
  Set<String> names(String kind);
}
