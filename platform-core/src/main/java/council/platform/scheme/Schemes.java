package council.platform.scheme;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The schemes of the council in whose name the current transaction runs. Implemented by the
 * configuration module; nobody else knows how schemes are kept.
 */
public interface Schemes {
  /** The version in force on a date. */
  Optional<SchemeVersion> findInForce(LocalDate date);

  /** The version that holds on a date for business that existed before it. */
  Optional<SchemeVersion> findInForceForExisting(LocalDate date);

  /** A version by its id; throws where there is none. */
  SchemeVersion getVersion(UUID id);
}
