package council.platform.scheme;

import java.time.LocalDate;
import java.util.Optional;

/** One scheme document, bound. */
public interface SchemeView {
  String council();

  LocalDate effectiveFrom();

  /** The section of that type, if the document contains it and it could be bound. */
  <S> Optional<S> findSection(Class<S> type);
}
