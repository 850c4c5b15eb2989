package council.framework.api;

import council.platform.decision.Reason;
import council.platform.identity.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may take new business. */
public interface NewBusiness {
  /** Answers every provider on the framework, with every rule that was tried; keeps nothing. */
  Answer ask(Actor actor, Request request);

  /**
   * @param vehicle code of the provider framework
   * @param zone code of the zone, or of the lot; absent where lots are by category alone
   * @param kind kind of request as the scheme names it
   * @param on the day on which the business starts
   * @param location reference of an existing location, where the kind is about one
   * @param category code of the category; absent where lots are by zone alone, or the lot is given
   * @param knownAt answers from the places and suspensions as they were known then; as they are
   *     known now where absent
   */
  record Request(
      String vehicle,
      @Nullable String zone,
      String kind,
      LocalDate on,
      @Nullable String location,
      @Nullable String category,
      @Nullable Instant knownAt) {

    /** For a lot that is named by its code. */
    public Request(
        String vehicle, String lot, String kind, LocalDate on, @Nullable String location) {
      this(vehicle, lot, kind, on, location, null, null);
    }
  }

  /**
   * The answer, those who may take the business first.
   *
   * @param zone code of the lot
   * @param category absent where lots are by zone alone
   */
  record Answer(
      String vehicle,
      String zone,
      @Nullable String category,
      String kind,
      LocalDate on,
      UUID schemeVersionId,
      List<ProviderEligibility> providers) {}

  /** One provider's answer. */
  record ProviderEligibility(
      String providerReference, String providerName, boolean eligible, List<Reason> reasons) {}
}
