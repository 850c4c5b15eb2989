package council.config.store;

import council.config.document.SchemeEdit;
import council.config.document.SchemeEdits;
import council.platform.decision.Decisions;
import council.platform.json.CanonicalJson;
import java.util.List;

/** A kept decision as an example at the end of a document's examples. */
final class ExampleText {
  private ExampleText() {}

  static String append(String document, String name, Decisions.Kept decision) {
    String example =
        "{\"name\": %s, \"decision\": %s, \"facts\": %s, \"expected\": %s}"
            .formatted(
                CanonicalJson.text(name),
                CanonicalJson.text(decision.kind()),
                decision.facts(),
                decision.result());
    return SchemeEdits.apply(document, List.of(new SchemeEdit("examples[+]", example))).getSource();
  }
}
