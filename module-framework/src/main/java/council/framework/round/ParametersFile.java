package council.framework.round;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import council.framework.scheme.CapPolicy;
import council.platform.json.StrictJson;
import council.platform.problem.NearestName;
import council.platform.problem.Problems;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** parameters.json: figures that stand in for the scheme's. */
final class ParametersFile {
  static final List<String> KEYS =
      List.of(
          "quality_threshold",
          "tier1_places_default",
          "tier1_places",
          "area_cap",
          "zone_cap",
          "framework_start",
          "tie_breakers",
          "cap_policy",
          "transition_months");
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

  private final JsonNode json;
  private final Problems problems;

  private ParametersFile(JsonNode json, Problems problems) {
    this.json = json;
    this.problems = problems;
  }

  static void apply(String text, VehicleDraft draft, Problems problems) {
    String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
    if (text.equals(RoundFolder.UNREADABLE)) {
      return;
    }
    if (content.isBlank()) {
      problems.add(
          "EMPTY_FILE", RoundFolder.PARAMETERS, "Expected a JSON object, but found nothing.");
      return;
    }
    try {
      JsonNode json = StrictJson.mapper().readTree(content);
      if (!json.isObject()) {
        problems.add("NOT_AN_OBJECT", RoundFolder.PARAMETERS, "Expected a JSON object.");
        return;
      }
      new ParametersFile(json, problems).apply(draft);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      String path = RoundFolder.PARAMETERS + (at == null ? "" : ":" + at.getLineNr());
      problems.add("NOT_JSON", path, "Expected JSON, but " + e.getOriginalMessage() + ".");
    }
  }

  private void apply(VehicleDraft draft) {
    json.fieldNames().forEachRemaining(this::checkKey);
    find("quality_threshold").flatMap(this::threshold).ifPresent(draft::threshold);
    find("framework_start").flatMap(this::date).ifPresent(draft::start);
    find("tie_breakers").flatMap(this::words).ifPresent(draft::tieBreakers);
    find("cap_policy").flatMap(this::policy).ifPresent(draft::capPolicy);
    find("transition_months")
        .flatMap(n -> whole("transition_months", n, 0))
        .ifPresent(draft::transitionMonths);
    applyCap("area_cap", draft::areaCap);
    applyCap("zone_cap", draft::zoneCap);
    applyPlaces(draft);
  }

  private void checkKey(String key) {
    if (!KEYS.contains(key)) {
      String near = NearestName.hint(key, KEYS);
      bad(
          "UNKNOWN_KEY",
          key,
          key,
          "one of " + String.join(", ", KEYS),
          "There is no such key" + near);
    }
  }

  private Optional<JsonNode> find(String key) {
    return Optional.ofNullable(json.get(key));
  }

  /** An explicit null takes the cap away. */
  private void applyCap(String key, Consumer<@Nullable Integer> set) {
    JsonNode cap = json.get(key);
    if (cap != null && cap.isNull()) {
      set.accept(null);
    } else if (cap != null) {
      whole(key, cap, 1).ifPresent(set);
    }
  }

  private void applyPlaces(VehicleDraft draft) {
    Integer usual =
        find("tier1_places_default").flatMap(n -> whole("tier1_places_default", n, 0)).orElse(null);
    Map<String, Integer> exceptions = exceptions();
    if ((usual != null || exceptions != null) && !draft.hasRankedPlaces()) {
      problems.add(
          "NO_RANKED_TIER",
          RoundFolder.PARAMETERS + ":tier1_places_default",
          "The scheme's framework has no tier with ranked places.");
    }
    draft.places(usual, exceptions);
  }

  private @Nullable Map<String, Integer> exceptions() {
    JsonNode places = json.get("tier1_places");
    if (places == null) {
      return null;
    }
    if (!places.isObject()) {
      bad(
          "NOT_AN_OBJECT",
          "tier1_places",
          places.toString(),
          "places by zone",
          "Expected an object.");
      return null;
    }
    Map<String, Integer> byZone = new LinkedHashMap<>();
    places
        .properties()
        .forEach(zone ->
            whole("tier1_places." + zone.getKey(), zone.getValue(), 0)
                .ifPresent(number -> byZone.put(zone.getKey(), number)));
    return byZone;
  }

  private Optional<BigDecimal> threshold(JsonNode node) {
    BigDecimal percent = node.isNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      bad(
          "OUT_OF_RANGE",
          "quality_threshold",
          node.toString(),
          "a number from 0 to 100",
          "A threshold is a percentage.");
      return Optional.empty();
    }
    return Optional.of(percent);
  }

  private Optional<Integer> whole(String key, JsonNode node, int least) {
    BigDecimal number = node.isNumber() ? node.decimalValue() : BigDecimal.valueOf(-1);
    boolean fits =
        number.stripTrailingZeros().scale() <= 0
            && number.compareTo(BigDecimal.valueOf(least)) >= 0
            && number.compareTo(MOST) <= 0;
    if (!fits) {
      bad(
          "OUT_OF_RANGE",
          key,
          node.toString(),
          "a whole number, " + least + " or more",
          "The value is not such a number.");
      return Optional.empty();
    }
    return Optional.of(number.intValueExact());
  }

  private Optional<LocalDate> date(JsonNode node) {
    try {
      return Optional.of(LocalDate.parse(node.isTextual() ? node.textValue() : ""));
    } catch (DateTimeException e) {
      bad(
          "NOT_A_DATE",
          "framework_start",
          node.toString(),
          "a date such as 2015-06-01",
          "The value is not a date.");
      return Optional.empty();
    }
  }

  private Optional<List<String>> words(JsonNode node) {
    List<String> words = new ArrayList<>();
    node.forEach(word -> words.add(word.asText()));
    if (!node.isArray() || words.isEmpty()) {
      bad(
          "NOT_A_LIST",
          "tie_breakers",
          node.toString(),
          "a list of tie-breakers",
          "Expected a list.");
      return Optional.empty();
    }
    return Optional.of(words);
  }

  private Optional<CapPolicy> policy(JsonNode node) {
    Optional<CapPolicy> policy =
        Arrays.stream(CapPolicy.values()).filter(p -> p.name().equals(node.asText())).findFirst();
    if (policy.isEmpty()) {
      bad(
          "UNKNOWN_POLICY",
          "cap_policy",
          node.asText(),
          "one of " + List.of(CapPolicy.values()),
          "There is no such cap policy.");
    }
    return policy;
  }

  private void bad(String code, String key, String value, String expected, String message) {
    problems.add(code, RoundFolder.PARAMETERS + ":" + key, value, expected, message);
  }
}
