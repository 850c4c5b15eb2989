package council.framework.api;

import council.framework.spend.domain.SpendStanding;
import council.platform.identity.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What may be committed through a framework, and what is used of it (HAM-FW-05, HAM-FW-22). */
public interface SpendAuthority {
  /**
   * Opens a conditional part of the council's authority, or takes back what was opened; answers the
   * opening's id.
   *
   * @throws council.platform.problem.Refused where more would be opened than is left of the part,
   *     or more taken back than is open and not committed
   */
  UUID open(Actor actor, OpenSpend command);

  /** How a framework stands against its limits at the end of a day. */
  Position position(Actor actor, String vehicle, LocalDate on);

  /**
   * @param limit code of the conditional part
   * @param amount pounds; below 0 where an earlier opening is taken back
   * @param on the day from which it is open
   * @param evidence what it rests on, such as the figures of a like-for-like fall of another cost
   */
  record OpenSpend(
      String vehicle,
      String limit,
      BigDecimal amount,
      LocalDate on,
      String evidence,
      String reason) {}

  /**
   * @param schemeVersionId the version whose limits hold on the day
   * @param providerNames by reference, for everybody with whom something is committed
   */
  record Position(
      String vehicle,
      LocalDate on,
      UUID schemeVersionId,
      SpendStanding standing,
      Map<String, String> providerNames) {
    public Position {
      providerNames = Collections.unmodifiableMap(new TreeMap<>(providerNames));
    }
  }
}
