package council.platform.decision;

import java.util.Optional;

/**
 * Turns reasons of a module's decisions into English sentences. Implementations are
 * {@code @Singleton} beans, pure, and work from the reason alone.
 */
public interface ReasonTexts {
  /** Whether it speaks for this kind of decision, such as {@code framework.allocation}. */
  boolean speaksFor(String kind);

  /**
   * One full sentence with the figures that the rule saw, such as "The score of 71.2000 % reaches
   * the threshold of 60 %."; empty for a rule that it does not know.
   */
  Optional<String> findSentence(Reason reason);
}
