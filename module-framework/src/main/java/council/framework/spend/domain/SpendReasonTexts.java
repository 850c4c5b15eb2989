package council.framework.spend.domain;

import council.platform.decision.Reason;
import java.util.Map;
import java.util.Optional;

/** Each rule on commitments as an English sentence with the figures that it saw. */
public final class SpendReasonTexts {
  private SpendReasonTexts() {}

  /** The sentence of one reason; empty for a rule that is not on commitments. */
  public static Optional<String> findSentence(Reason reason) {
    boolean passed = !reason.failed();
    return Optional.ofNullable(
            switch (reason.rule()) {
              case SpendRules.MAY_BE_COMMITTED ->
                  passed
                      ? "£{amount} may be committed with {provider} on {date}."
                      : "£{amount} may not be committed with {provider} on {date}.";
              case SpendRules.GIVES_BACK_WHAT_IS_THERE ->
                  passed
                      ? "The £{givenBack} given back were committed before."
                      : "No £{givenBack} are there to be given back; £{byProvider} are committed.";
              case SpendRules.STAYS_WITHIN_LIMIT ->
                  passed
                      ? "{limit}: £{usedAfter} of £{amount} are used with it."
                      : "{limit}: £{usedBefore} of £{amount} were used, and £{usedAfter} would be.";
              case SpendRules.REACHES_WARNING ->
                  "{limit}: {percent} % are reached; {share} % are used.";
              case SpendRules.IS_OVERRIDDEN -> "{limit} is passed by an override: {why}";
              case SpendRules.HAS_NO_LIMIT -> "The scheme sets no limit on it.";
              default -> null;
            })
        .map(sentence -> told(sentence, reason.seen()));
  }

  private static String told(String sentence, Map<String, String> seen) {
    String told = sentence;
    for (Map.Entry<String, String> figure : seen.entrySet()) {
      told = told.replace("{" + figure.getKey() + "}", figure.getValue());
    }
    return told;
  }
}
