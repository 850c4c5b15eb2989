package council.framework.api;

import council.platform.identity.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is committed through a framework, counted against each of its limits (HAM-FW-14). */
public interface Commitments {
  /**
   * Keeps a commitment, in the caller's transaction; commitments of a framework are counted one
   * after the other. A framework without limits only adds them up.
   *
   * @throws council.platform.problem.Refused {@code LIMIT_REACHED}, for each limit that it would
   *     pass, unless it comes with an override and the actor may override
   */
  Committed commit(Actor actor, Commit command);

  /** Who pays. */
  enum Funder {
    COUNCIL,
    PARTNER
  }

  /** What a commitment comes from. */
  enum Source {
    CALL_OFF,
    BY_HAND
  }

  /**
   * @param vehicle code of the framework
   * @param lot code of the lot; absent where it is not for one
   * @param provider reference of the provider
   * @param amount pounds, above 0; below 0 where an earlier one is given back
   * @param on the day on which it is made
   * @param source what it comes from
   * @param sourceId the call-off; absent where it is entered by hand
   * @param what a few words on what it is for, without any person
   * @param override why a limit may be passed; absent where it may not
   */
  record Commit(
      String vehicle,
      @Nullable String lot,
      String provider,
      Funder funder,
      BigDecimal amount,
      LocalDate on,
      Source source,
      @Nullable UUID sourceId,
      String what,
      @Nullable String override) {}

  /**
   * @param decision the decision that counted it
   * @param warnings sentences on limits of which a share to warn at is reached
   */
  record Committed(UUID commitment, UUID decision, List<String> warnings) {
    public Committed {
      warnings = List.copyOf(warnings);
    }
  }
}
