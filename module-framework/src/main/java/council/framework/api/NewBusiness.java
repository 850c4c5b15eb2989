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
   * @param zone code of the zone
   * @param kind kind of request as the scheme names it
   * @param on the day on which the business starts
   * @param location reference of an existing location, where the kind is about one
   * @param knownAt answers from the places and suspensions as they were known then; as they are
   *     known now where absent
   */
  record Request(
      String vehicle,
      String zone,
      String kind,
      LocalDate on,
      @Nullable String location,
      @Nullable Instant knownAt) {
    /** As things are known now. */
    public Request(
        String vehicle, String zone, String kind, LocalDate on, @Nullable String location) {
      this(vehicle, zone, kind, on, location, null);
    }
  }

  /** The answer, those who may take the business first. */
  record Answer(
      String vehicle,
      String zone,
      String kind,
      LocalDate on,
      UUID schemeVersionId,
      List<ProviderEligibility> providers) {}

  /** One provider's answer. */
  record ProviderEligibility(
      String providerReference, String providerName, boolean eligible, List<Reason> reasons) {}
}
