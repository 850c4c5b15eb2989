package council.config.api;

import council.platform.identity.Actor;
import council.platform.problem.Refused;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tries drafts on what a council has, before anybody is held to them. Inside a transaction of the
 * actor's council.
 */
public interface Simulations {
  /**
   * Has the draft, as it reads now, compared with the version that is in force on its first day,
   * over the council's live facts. A job does it; nothing is changed but the simulation's own rows.
   *
   * @param revision the draft's revision that the caller saw
   * @param from first day of what is looked at
   * @param to its last day
   * @return id of the simulation
   * @throws Refused {@code UNKNOWN_DRAFT}, {@code STALE_REVISION}, {@code DRAFT_NOT_VALID}, {@code
   *     DRAFT_FINISHED}, {@code BAD_SPAN} or {@code BAD_DAY}, all at once
   */
  UUID request(Actor actor, UUID draft, int revision, LocalDate from, LocalDate to);

  /**
   * The latest simulation of exactly this content on exactly this base that went through to its
   * end.
   *
   * @param contentSha256 hash of the effective document, in hexadecimal
   * @param days of how many days its span must be at least
   * @param baseVersion the version that it was compared with; absent for a council's first scheme
   */
  Optional<UUID> findFinished(String contentSha256, @Nullable UUID baseVersion, int days);
}
