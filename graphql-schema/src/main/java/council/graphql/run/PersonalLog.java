package council.graphql.run;

import council.platform.data.Transactions;
import council.platform.identity.Actor;
import council.platform.personal.Purpose;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks for the purpose where personal data are read, and logs the read before it is answered. */
final class PersonalLog {
  private final PersonalAccess personal;
  private final Transactions transactions;

  PersonalLog(PersonalAccess personal, Transactions transactions) {
    this.personal = personal;
    this.transactions = transactions;
  }

  /**
   * Writes the log of one operation, in the transaction at hand.
   *
   * @throws OperationRefused where the purpose is missing or does not allow the read
   */
  Runnable of(Actor actor, Prepared prepared) {
    PersonalUse use = prepared.use();
    Optional<Purpose> purpose = personal.check(actor, use, prepared.request().purpose());
    return () ->
        purpose.ifPresent(p -> personal.record(actor, p, use, prepared.operation().seen()));
  }

  /** A read that is to be logged is logged before anybody has its answer. */
  Map<String, @Nullable Object> logged(
      Actor actor, PersonalUse use, Runnable log, Supplier<Map<String, @Nullable Object>> read) {
    Map<String, @Nullable Object> answers = read.get();
    if (!use.isNone()) {
      transactions.write(
          actor,
          () -> {
            log.run();
            return answers;
          });
    }
    return answers;
  }
}
