package council.platform.attribute;

import council.platform.expression.Value;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import council.platform.problem.TextRule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds all that somebody gives against the scheme, and tells every problem at once. */
final class GivenCheck {
  private final Fields fields;
  private final Set<String> kept;
  private final LocalDate today;
  private final Problems problems = new Problems();

  /**
   * @param kept codes of the values that the owner has now
   */
  GivenCheck(Fields fields, Set<String> kept, LocalDate today) {
    this.fields = fields;
    this.kept = kept;
    this.today = today;
  }

  /**
   * The values to be kept by code, in order; empty for those to be taken away.
   *
   * @throws council.platform.problem.Refused with all problems
   */
  Map<String, Optional<Value>> check(List<Given> given) {
    Map<String, Optional<Value>> values = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      String path = "input.attributes[" + i + "]";
      String code = given.get(i).code();
      if (!seen.add(code)) {
        String message = "Expected each attribute once, but it is given again.";
        problems.add(
            "DUPLICATE_ATTRIBUTE", path + ".code", TextRule.shown(code), "each once", message);
      } else {
        values.put(code, value(given.get(i), path));
      }
    }
    problems.throwIfAny();
    return values;
  }

  private Optional<Value> value(Given given, String path) {
    AttributeDefinition definition = fields.byCode().get(given.code());
    if (definition == null) {
      unknown(given, path);
      return Optional.empty();
    }
    String text = given.value();
    if (text == null || given.clears()) {
      cleared(definition, given.code(), path);
      return Optional.empty();
    }
    return new ValueCheck(path + ".value", problems)
        .check(definition.type(), text, fields.codesOf(definition.type()), today);
  }

  /** A value that a former scheme defined can still be taken away. */
  private void unknown(Given given, String path) {
    if (given.clears() && kept.contains(given.code())) {
      return;
    }
    Set<String> known = fields.byCode().keySet();
    String owner = fields.owner().word();
    problems.add(
        "UNKNOWN_ATTRIBUTE",
        path + ".code",
        TextRule.shown(given.code()),
        known.isEmpty() ? "no attribute" : "one of " + String.join(", ", known),
        "The scheme in force has no attribute \"%s\" of a %s%s"
            .formatted(TextRule.shown(given.code()), owner, NearestName.hint(given.code(), known)));
  }

  private void cleared(AttributeDefinition definition, String code, String path) {
    if (definition.required() && kept.contains(code)) {
      problems.add(
          "VALUE_REQUIRED",
          path + ".value",
          null,
          "a value",
          "Expected a value, since " + code + " is required and has one already.");
    }
  }
}
