package council.config.document;

import council.platform.scheme.Doc;
import council.platform.scheme.PlainValue;

/**
 * A worked example that a scheme carries.
 *
 * @param facts bound to the facts of the decision and written canonically
 * @param expected what must be found in the result, no more and no less exact than it is written
 */
@Doc("What a decision is to be under this scheme")
public record Example(
    @Doc("What it shows; no two examples have the same name") String name,
    @Doc("Kind of decision, such as framework.allocation") String decision,
    @Doc("The facts to decide on, all of them") PlainValue facts,
    @Doc(
            "What the result must contain: of objects the keys given, of lists every item in its"
                + " place, numbers by their value")
        PlainValue expected) {
  Example withFacts(PlainValue others) {
    return new Example(name, decision, others, expected);
  }
}
