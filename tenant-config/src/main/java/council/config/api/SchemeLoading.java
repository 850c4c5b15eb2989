package council.config.api;

import council.platform.identity.Actor;
import council.platform.problem.Refused;

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

  /**
   * Everything that can be said of a document. A document without problems may be loaded or
   * drafted; whether a file may take over at once is for the scheme in force to say.
   */
  CheckedScheme check(Actor actor, String document);
}
