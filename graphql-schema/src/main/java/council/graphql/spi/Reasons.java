package council.graphql.spi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import council.platform.decision.Reason;
import council.platform.decision.ReasonTeller;
import council.platform.json.CanonicalJson;
import council.platform.json.StrictJson;
import jakarta.inject.Singleton;
import java.util.List;

/** Turns reasons of decisions into the API's type {@code Reason}, with their sentences. */
@Singleton
public final class Reasons {
  private final ReasonTeller teller;

  public Reasons(ReasonTeller teller) {
    this.teller = teller;
  }

  /**
   * @param kind kind of the decision, such as {@code framework.allocation}
   */
  public List<Told> tell(String kind, List<Reason> reasons) {
    return reasons.stream().map(reason -> told(kind, reason)).toList();
  }

  /** The same from the canonical text in which a decision keeps its reasons. */
  public List<Told> tell(String kind, String canonical) {
    JavaType list = StrictJson.mapper().constructType(new TypeReference<List<Reason>>() {});
    List<Reason> reasons = CanonicalJson.read(canonical, list);
    return tell(kind, reasons);
  }

  private Told told(String kind, Reason reason) {
    return new Told(
        reason.rule(),
        reason.schemePath(),
        reason.verdict(),
        reason.seen().entrySet().stream().map(e -> new Figure(e.getKey(), e.getValue())).toList(),
        teller.sentence(kind, reason),
        tell(kind, reason.because()));
  }

  /** A reason as the API tells it. */
  public record Told(
      String rule,
      String schemePath,
      Reason.Verdict verdict,
      List<Figure> seen,
      String text,
      List<Told> because) {}

  /** One figure that a rule saw. */
  public record Figure(String name, String value) {}
}
