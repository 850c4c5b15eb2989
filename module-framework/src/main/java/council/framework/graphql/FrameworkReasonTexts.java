package council.framework.graphql;

import council.framework.spend.domain.SpendReasonTexts;
import council.platform.decision.Reason;
import council.platform.decision.ReasonTexts;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Tells the reasons of this module's decisions. */
@Singleton
final class FrameworkReasonTexts implements ReasonTexts {
  @Override
  public boolean speaksFor(String kind) {
    return kind.startsWith("framework.");
  }

  @Override
  public Optional<String> findSentence(Reason reason) {
    return SpendReasonTexts.findSentence(reason)
        .or(() -> Optional.of(council.framework.domain.ReasonTexts.sentence(reason)));
  }
}
