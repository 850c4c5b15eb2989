package council.graphql.http;

import council.graphql.run.GraphqlAnswer;
import council.graphql.run.OperationBudget;
import council.graphql.run.OperationRefused;
import council.graphql.schema.CodedError;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How much one client and one council may ask for. Nobody spends what is another council's; and a
 * client that is refused for itself takes nothing from its council.
 */
@Singleton
final class RateLimits {
  private final RateSettings settings;
  private final Buckets<String> councils;
  private final Buckets<Client> clients;

  RateLimits(RateSettings settings) {
    this.settings = settings;
    this.councils = new Buckets<>(settings.councilBurst(), settings.councilPerSecond());
    this.clients = new Buckets<>(settings.clientBurst(), settings.clientPerSecond());
  }

  private record Client(String tenant, UUID principal) {}

  /**
   * Takes a point for the request itself.
   *
   * @throws OperationRefused where none is left, with the seconds to wait
   */
  void request(Actor actor) {
    take(actor, 1);
  }

  /** What the request's operations take beyond that, once their cost is known. */
  OperationBudget budget(Actor actor) {
    return cost -> {
      long points = Math.min(cost / settings.objectsPerPoint(), mostAtOnce());
      if (points > 0) {
        take(actor, points);
      }
    };
  }

  /** A full bucket is enough for every operation that is allowed, and for its request. */
  private long mostAtOnce() {
    return Math.min(settings.clientBurst(), settings.councilBurst()) - 1;
  }

  private void take(Actor actor, long points) {
    Client client = new Client(actor.tenant(), actor.principalId());
    long wait = clients.take(client, points);
    if (wait > 0) {
      throw tooMany("client", wait);
    }
    wait = councils.take(actor.tenant(), points);
    if (wait > 0) {
      clients.giveBack(client, points);
      throw tooMany("council", wait);
    }
  }

  private static OperationRefused tooMany(String whose, long nanos) {
    int seconds = seconds(nanos);
    return new OperationRefused(
        List.of(
            CodedError.of(
                "The %s asks too much; nothing was done. Try again in %d s."
                    .formatted(whose, seconds),
                ErrorCode.RATE_LIMITED.name(),
                Map.of("limit", whose, GraphqlAnswer.RETRY_AFTER, seconds))));
  }

  /** Whole seconds, at least one. */
  static int seconds(long nanos) {
    return (int) Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
  }
}
