package council.platform.attribute;

import council.platform.expression.ValueType;
import council.platform.problem.Problems;
import council.platform.scheme.Doc;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeView;
import council.platform.scheme.check.Codes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The scheme's {@code attributes}: fields that the council keeps on what it works with. */
@Doc("Fields of the council's own; none of them may be about a person")
public record AttributesSection(
    @Doc("On providers, by code") Map<String, AttributeDefinition> provider,
    @Doc("On locations, by code") Map<String, AttributeDefinition> location,
    @Doc("On contracts, by code") Map<String, AttributeDefinition> contract,
    @Doc("On plans, by code; about the plan, never about the person")
        Map<String, AttributeDefinition> plan) {

  /** The section as the host contributes it. */
  public static final SchemeSection<AttributesSection> SECTION =
      new SchemeSection<>("attributes", AttributesSection.class, AttributesSection::check);

  /** By code. */
  public Map<String, AttributeDefinition> of(OwnerType type) {
    return switch (type) {
      case PROVIDER -> provider;
      case LOCATION -> location;
      case CONTRACT -> contract;
      case PLAN -> plan;
    };
  }

  /** For expressions: {@code provider.LIVING_WAGE} and the others of that type of owner. */
  public Map<String, ValueType> variables(OwnerType type) {
    Map<String, ValueType> variables = new TreeMap<>();
    of(type)
        .forEach((code, definition) ->
            variables.put(type.variable(code), definition.type().valueType()));
    return variables;
  }

  private static void check(AttributesSection section, SchemeView scheme, Problems problems) {
    for (OwnerType type : OwnerType.values()) {
      String path = "attributes." + type.word();
      Codes.check(section.of(type).keySet(), path, problems);
      section.of(type).forEach((code, one) -> check(one, path + "." + code, problems));
    }
  }

  private static void check(AttributeDefinition definition, String path, Problems problems) {
    Codes.checkTitle(definition.title(), path, problems);
    switch (definition.type()) {
      case AttributeType.WholeNumber(Long min, Long max) -> bounds(min, max, path, problems);
      case AttributeType.Decimal decimal -> bounds(decimal.min(), decimal.max(), path, problems);
      case AttributeType.Date date -> bounds(date.earliest(), date.latest(), path, problems);
      case AttributeType.Text _, AttributeType.TrueOrFalse _, AttributeType.Code _ -> {}
    }
  }

  private static <T extends Comparable<? super T>> void bounds(
      @Nullable T lowest, @Nullable T highest, String path, Problems problems) {
    if (lowest != null && highest != null && highest.compareTo(lowest) < 0) {
      String expected = "bounds of which the upper is at least " + lowest;
      problems.add(
          "BOUNDS_BACKWARD",
          path + ".type",
          highest,
          expected,
          "Expected " + expected + ", but it is " + highest + ".");
    }
  }
}
