package council.config.api;

import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.List;

/** Puts schemes in force. Inside a transaction of the actor's council. */
public interface SchemeLoading {
  /**
   * Validates a document and, unless it is a dry run, keeps it as a new version that takes effect
   * on the document's date. A document that says what the version in force on that date says
   * already changes nothing. It may be dated before versions that are only scheduled, which still
   * take over on their own days, but not before one that has taken effect.
   *
   * @param document YAML or JSON
   * @param dryRun only say what would come of it
   * @throws Refused with every problem of the document
   */
  LoadedScheme load(Actor actor, String document, boolean dryRun);

  /** Every problem that would keep the council from loading the document; none if it may. */
  List<Problem> check(Actor actor, String document);
}
