package council.framework.store;

import council.framework.api.Rounds.OpenRound;
import council.framework.scheme.Admission;
import council.framework.scheme.Vehicle;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation round as it is kept.
 *
 * @param schemeVersionId the scheme under which it was advertised
 * @param admission how that scheme admits providers, as its document names it
 * @param decisionId the allocation's decision, absent until it is evaluated
 * @param standstillUntil last day of the standstill, absent until it runs
 */
record Round(
    UUID id,
    String reference,
    String vehicle,
    String title,
    String status,
    UUID schemeVersionId,
    String admission,
    LocalDate frameworkStart,
    @Nullable LocalDate frameworkEnd,
    @Nullable UUID decisionId,
    @Nullable LocalDate standstillFrom,
    @Nullable LocalDate standstillUntil,
    @Nullable LocalDate awardedOn,
    @Nullable String cancelledBecause,
    int revision) {

  /**
   * A round that nothing was submitted to yet.
   *
   * @param end the framework's last day with the options that were taken
   */
  static Round opened(
      UUID id, OpenRound command, UUID scheme, Vehicle vehicle, @Nullable LocalDate end) {
    return new Round(
        id,
        command.reference(),
        command.vehicle(),
        command.title(),
        RoundLifecycle.COLLECTING,
        scheme,
        vehicle.admission().word(),
        vehicle.frameworkStart(),
        end,
        null,
        null,
        null,
        null,
        null,
        1);
  }

  boolean isOfOpenList() {
    return !admission.equals(new Admission.Round().word());
  }

  /** The first day on which its places do not hold any more; absent while no end is set. */
  @Nullable LocalDate firstDayAfter() {
    return Days.dayAfter(frameworkEnd);
  }

  Round proposed(UUID decision) {
    return with(RoundLifecycle.PROPOSED, decision, null, null, null, null);
  }

  Round collectingAgain() {
    return with(RoundLifecycle.COLLECTING, null, null, null, null, null);
  }

  Round inStandstill(LocalDate from, LocalDate until) {
    return with(RoundLifecycle.STANDSTILL, decisionId, from, until, null, null);
  }

  Round awarded(LocalDate on) {
    return with(RoundLifecycle.AWARDED, decisionId, standstillFrom, standstillUntil, on, null);
  }

  Round cancelled(String because) {
    return with(
        RoundLifecycle.CANCELLED, decisionId, standstillFrom, standstillUntil, null, because);
  }

  /** The same on a framework that lasts longer. */
  Round extendedTo(LocalDate end) {
    return new Round(
        id,
        reference,
        vehicle,
        title,
        status,
        schemeVersionId,
        admission,
        frameworkStart,
        end,
        decisionId,
        standstillFrom,
        standstillUntil,
        awardedOn,
        cancelledBecause,
        revision);
  }

  Round withRevision(int next) {
    return new Round(
        id,
        reference,
        vehicle,
        title,
        status,
        schemeVersionId,
        admission,
        frameworkStart,
        frameworkEnd,
        decisionId,
        standstillFrom,
        standstillUntil,
        awardedOn,
        cancelledBecause,
        next);
  }

  private Round with(
      String nextStatus,
      @Nullable UUID decision,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      @Nullable LocalDate awarded,
      @Nullable String because) {
    return new Round(
        id,
        reference,
        vehicle,
        title,
        nextStatus,
        schemeVersionId,
        admission,
        frameworkStart,
        frameworkEnd,
        decision,
        from,
        until,
        awarded,
        because,
        revision);
  }
}
