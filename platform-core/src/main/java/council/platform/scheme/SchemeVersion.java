package council.platform.scheme;

import java.util.UUID;

/** An immutable, published version of a council's scheme. */
public interface SchemeVersion extends SchemeView {
  UUID id();

  /** 1, 2, 3 ... within the council. */
  int number();

  /** SHA-256 of the canonical document, in hexadecimal. */
  String contentHash();

  /** The section of that type; throws {@code MODULE_NOT_ENABLED} where the scheme has none. */
  <S> S getSection(Class<S> type);
}
