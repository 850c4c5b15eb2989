package council.framework.api;

import council.platform.identity.Actor;
import java.time.LocalDate;
import java.util.UUID;

/** Checks of providers with their evidence (LAN-FW-42, LAN-FW-89, HAM-FW-34). */
public interface DueDiligenceRecords {
  /**
   * Keeps the answer to a check; whether it passes and until when it holds is said by the scheme in
   * force on that day. Earlier answers stay; one that does not pass takes them back.
   */
  UUID record(Actor actor, RecordDueDiligence command);

  /**
   * @param vehicle code of the framework whose check it is
   * @param provider reference of the provider
   * @param check code of the check in the scheme
   * @param on the day of the answer
   * @param evidence what it rests on
   */
  record RecordDueDiligence(
      String vehicle,
      String provider,
      String check,
      String answer,
      LocalDate on,
      String evidence) {}
}
