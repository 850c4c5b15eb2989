package council.framework.api;

import council.platform.identity.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The provider frameworks that a council has, as the scheme in force on a day sets them out. */
public interface Frameworks {
  /** Every framework of the scheme in force on the day, in its order; none where none is. */
  List<Framework> list(Actor actor, LocalDate on);

  /**
   * Who delivers behind those that hold a place of a framework on a day; a provider sees its own.
   */
  List<Member> listMembers(Actor actor, String vehicle, LocalDate on);

  /**
   * Takes the next option by which a framework lasts longer: its end moves, and with it the end of
   * the places that ran to it. Answers the option's id.
   */
  UUID takeOption(Actor actor, TakeOption command);

  /**
   * @param vehicle code of the framework
   * @param option code of the option in the scheme
   * @param on the day on which it is taken
   * @param frameworkEnd the framework's last day as the caller saw it; refused where another option
   *     has moved it since
   * @param reason why it is taken
   * @param evidence what shows that its condition is met (LAN-FW-03)
   */
  record TakeOption(
      String vehicle,
      String option,
      LocalDate on,
      LocalDate frameworkEnd,
      String reason,
      String evidence) {}

  /**
   * A framework as it is to be published at the advert (LAN-FW-06).
   *
   * @param end last day with the options that were taken
   * @param plannedEnd last day by the scheme alone
   * @param admission as the scheme's document names it
   * @param openWindow the window in which applications are taken on the day
   * @param market absent where providers stand side by side without further terms
   * @param memberRole what those are who deliver behind the holder of a place
   * @param callOffsMayOutlast whether a call-off may last beyond the framework's end
   * @param advertised the range of its value; absent where the scheme sets no limits
   */
  record Framework(
      String code,
      String title,
      LocalDate on,
      String schemeVersionId,
      LocalDate start,
      @Nullable LocalDate end,
      @Nullable LocalDate plannedEnd,
      boolean inForce,
      List<Option> options,
      String admission,
      List<Window> windows,
      @Nullable Window openWindow,
      @Nullable Window nextWindow,
      @Nullable Market market,
      boolean admitsConsortia,
      String memberRole,
      @Nullable Integer callOffMonths,
      @Nullable Integer longestCallOffMonths,
      boolean callOffsMayOutlast,
      List<CallOffMethod> callOffMethods,
      List<Criterion> criteria,
      BigDecimal qualityThresholdPercent,
      List<String> tieBreakers,
      @Nullable Integer areaCap,
      @Nullable Integer zoneCap,
      @Nullable BigDecimal hourlyRate,
      @Nullable ValueRange advertised,
      List<Tier> tiers,
      String lotsBy,
      List<Lot> lots) {}

  /**
   * An option.
   *
   * @param takenOn absent until it is taken
   * @param condition what must be shown
   */
  record Option(String code, int months, @Nullable String condition, @Nullable LocalDate takenOn) {}

  /** A span of days in which applications are taken. */
  record Window(LocalDate from, LocalDate until) {}

  /**
   * With whom the council contracts.
   *
   * @param kind as the scheme's document names it
   * @param mostInLot most contractors in a lot
   * @param subContractors whether a lead provider may have others deliver a part
   * @param fewestMembers fewest members of an applicant
   * @param form legal form of a joint undertaking
   */
  record Market(
      String kind,
      @Nullable Integer mostInLot,
      @Nullable Boolean subContractors,
      @Nullable Integer fewestMembers,
      @Nullable String form) {}

  /**
   * How a provider is chosen.
   *
   * @param requestKind as the scheme names it
   * @param hours that providers have to answer
   */
  record CallOffMethod(String requestKind, String method, @Nullable Integer hours) {}

  /** What applications are scored on. */
  record Criterion(
      String code,
      String title,
      int weightPercent,
      BigDecimal maximumScore,
      @Nullable BigDecimal passMark,
      String scope,
      String source) {}

  /** From what the council may commit by itself to all that may be committed (HAM-FW-16). */
  record ValueRange(@Nullable BigDecimal from, @Nullable BigDecimal to) {}

  /** A kind of place. */
  record Tier(String code, String title, String kind, boolean capped) {}

  /**
   * A lot.
   *
   * @param places by tier; absent number where there is no limit
   */
  record Lot(
      String code,
      @Nullable String zone,
      @Nullable String category,
      String area,
      String title,
      List<Places> places) {}

  /** Places of a tier in a lot. */
  record Places(String tier, @Nullable Integer places) {}

  /**
   * Who delivers behind the holder of a place.
   *
   * @param memberName absent where the actor may not see it
   */
  record Member(String holder, String member, @Nullable String memberName, String role) {}
}
