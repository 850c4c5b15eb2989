package council.framework.store;

import council.platform.jobs.JobHandler;
import council.platform.jobs.JobKind;
import council.platform.jobs.JobRun;
import jakarta.inject.Singleton;
import java.util.UUID;

/** When the time of an offer is over, or a provider has declined one: the next one, if any. */
@Singleton
final class CarryOnRequest implements JobHandler<CarryOnRequest.Of> {
  static final JobKind<Of> KIND = new JobKind<>("framework.carry-on-request", Of.class);

  private final BusinessOffers offers;

  CarryOnRequest(BusinessOffers offers) {
    this.offers = offers;
  }

  /**
   * @param attempt which time the request was offered; a later one is not touched
   */
  record Of(UUID request, int attempt) {}

  @Override
  public JobKind<Of> kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run, Of which) {
    run.step(() -> {
      offers.carryOn(run.actor(), which.request(), which.attempt());
      return which;
    });
  }
}
