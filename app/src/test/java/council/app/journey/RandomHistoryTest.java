package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ApiClient;
import council.platform.identity.Role;
import council.testing.Database;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What people may do with the demo's frameworks, in any order and on any day, much of it refused:
 * whatever is taken, the rules of the frameworks hold on every day, and what was decided is decided
 * again alike.
 */
final class RandomHistoryTest {
  private static final long SEED = 20150601;
  private static final int STEPS = 150;
  private static final LocalDate FIRST = LocalDate.parse("2015-06-01");
  private static final int DAYS = 1000;
  private static final String VEHICLE = "SUPPORTED_LIVING";
  private static final Map<String, Integer> PLACES = Map.of("PRE", 5, "RIB", 3);

  private final DemoServer demo = DemoServer.copy(database -> {}, Database::url);
  private final Random random = new Random(SEED);
  private final Map<String, Integer> taken = new TreeMap<>();

  private JsonNode ask(String council, String document) {
    return demo.ask(council, Role.COMMISSIONER, document);
  }

  /** Takes a step or is refused; counts what was taken. */
  private boolean take(String council, Role role, String mutation, Map<String, ?> more) {
    Map<String, Object> input = new HashMap<>(more);
    input.put("idempotencyKey", new UUID(random.nextLong(), random.nextLong()).toString());
    String type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input";
    ApiClient client = demo.as(council, role);
    JsonNode answer =
        client.execute(
            "mutation Run($input: %s!) { answer: %s(input: $input) { problems { code } } }"
                .formatted(type, mutation),
            Map.of("input", input));
    boolean done = answer.at("/answer/problems").isEmpty();
    if (done) {
      taken.merge(mutation, 1, Integer::sum);
    }
    return done;
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private List<JsonNode> places(LocalDate on) {
    return ask(
            "lancashire",
            "{ places(first: 200, vehicle: \"%s\", inForceOn: \"%s\") { nodes { id revision zone area tier site provider { reference } } } }"
                .formatted(VEHICLE, on))
        .at("/places/nodes")
        .valueStream()
        .toList();
  }

  private static String provider(JsonNode place) {
    return place.at("/provider/reference").asText();
  }

  private void step() {
    LocalDate on = day();
    List<JsonNode> held = places(on);
    JsonNode place = one(held);
    List<Map<String, Object>> all =
        held.stream()
            .filter(other -> provider(other).equals(provider(place)))
            .map(RandomHistoryTest::seen)
            .toList();
    Map<String, Object> why =
        Map.of("on", on.toString(), "reason", "As it came", "evidence", "A file note");
    switch (random.nextInt(8)) {
      case 0 -> {
        Map<String, Object> input = with(why, "step", "MOVE_FOR_QUALITY");
        input.putAll(seen(place));
        input.put("ground", "QUALITY_STANDARDS");
        take("lancashire", Role.CONTRACT_OFFICER, "movePlace", input);
      }
      case 1 -> {
        Map<String, Object> input = with(why, "step", one(List.of("REMOVE", "RESIGN")));
        input.put("places", List.of(seen(place)));
        input.put("ground", "QUALITY_STANDARDS");
        take("lancashire", Role.LEAD_COMMISSIONER, "endPlaces", input);
      }
      case 2 -> {
        Map<String, Object> input = with(why, "step", "NOVATE_ON_SALE");
        input.put("places", all);
        input.put("buyer", provider(one(held)));
        take("lancashire", Role.LEAD_COMMISSIONER, "novatePlaces", input);
      }
      case 3, 4 ->
          take(
              "lancashire",
              Role.CONTRACT_OFFICER,
              "suspendProvider",
              Map.of(
                  "vehicle", VEHICLE,
                  "provider", provider(place),
                  "scope", one(List.of("NEW_BUSINESS", "FILLING_VOIDS", "BOTH")),
                  "from", on.toString(),
                  "until", on.plusDays(random.nextInt(200)).toString(),
                  "reason", "As it came"));
      case 5 -> commit();
      default -> request(place.path("zone").asText(), on);
    }
  }

  private static Map<String, Object> seen(JsonNode place) {
    return new HashMap<>(
        Map.of("place", place.path("id").asText(), "revision", place.path("revision").asInt()));
  }

  private static Map<String, Object> with(Map<String, Object> why, String name, Object value) {
    Map<String, Object> input = new HashMap<>(why);
    input.put(name, value);
    return input;
  }

  private void commit() {
    Map<String, Object> input = new HashMap<>();
    input.put("vehicle", "CARE_AT_HOME");
    input.put("provider", one(List.of("H01", "H05", "H16", "H09")));
    input.put("funder", one(List.of("COUNCIL", "PARTNER")));
    input.put("amount", (random.nextInt(90) + 1) + "000000.00");
    input.put("on", LocalDate.parse("2015-04-01").plusDays(random.nextInt(1400)).toString());
    input.put("what", "Care at home");
    if (random.nextInt(5) == 0) {
      input.put("override", "The executive member agreed");
    }
    take("hampshire", Role.LEAD_COMMISSIONER, "recordCommitment", input);
  }

  private void request(String zone, LocalDate on) {
    String reference = "R-" + random.nextInt(1_000_000);
    if (!take(
        "lancashire",
        Role.CONTRACT_OFFICER,
        "openRequest",
        Map.of(
            "vehicle",
            VEHICLE,
            "reference",
            reference,
            "kind",
            "NEW",
            "zone",
            zone,
            "need",
            "Support at home",
            "weeklyHours",
            "14",
            "startsOn",
            on.toString()))) {
      return;
    }
    take("lancashire", Role.CONTRACT_OFFICER, "offerRequest", found(reference));
    List<String> suspended = suspended(on);
    for (int answers = 0; answers < 3; answers++) {
      JsonNode offer =
          ask(
                  "lancashire",
                  "{ offers(first: 1, request: \"%s\", status: OFFERED) { nodes { id revision provider { reference } } } }"
                      .formatted(reference))
              .at("/offers/nodes/0");
      if (offer.isMissingNode()) {
        return;
      }
      assertThat(suspended).doesNotContain(provider(offer));
      Map<String, Object> input =
          new HashMap<>(
              Map.of(
                  "offer", offer.path("id").asText(), "revision", offer.path("revision").asInt()));
      if (random.nextBoolean()) {
        take("lancashire", Role.CONTRACT_OFFICER, "acceptOffer", input);
        Map<String, Object> award = found(reference);
        award.put("provider", provider(offer));
        award.put("on", FIRST.toString());
        award.put("hourlyRate", "15");
        take("lancashire", Role.LEAD_COMMISSIONER, "awardCallOff", award);
        return;
      }
      input.put("because", "NO_CAPACITY");
      take("lancashire", Role.CONTRACT_OFFICER, "declineOffer", input);
    }
  }

  private Map<String, Object> found(String reference) {
    JsonNode request =
        ask(
                "lancashire",
                "{ businessRequests(first: 1, reference: \"%s\") { nodes { id revision } } }"
                    .formatted(reference))
            .at("/businessRequests/nodes/0");
    return new HashMap<>(
        Map.of(
            "request", request.path("id").asText(), "revision", request.path("revision").asInt()));
  }

  private List<String> suspended(LocalDate on) {
    return ask(
            "lancashire",
            "{ suspensions(first: 200, vehicle: \"%s\", inForceOn: \"%s\") { nodes { scope provider { reference } } } }"
                .formatted(VEHICLE, on))
        .at("/suspensions/nodes")
        .valueStream()
        .filter(one -> !one.path("scope").asText().equals("FILLING_VOIDS"))
        .map(RandomHistoryTest::provider)
        .toList();
  }

  @Test
  void keepsTheRulesOnEveryDay() {
    for (int i = 0; i < STEPS; i++) {
      step();
    }
    assertThat(taken.keySet())
        .contains(
            "movePlace",
            "endPlaces",
            "novatePlaces",
            "suspendProvider",
            "recordCommitment",
            "declineOffer",
            "awardCallOff");
    for (LocalDate on = FIRST; on.isBefore(FIRST.plusDays(DAYS + 90)); on = on.plusDays(21)) {
      keepsPlacesAndCaps(on);
    }
    for (int i = 0; i < 12; i++) {
      givesNothingToTheSuspended(day());
    }
    passesNoLimitWithoutAnOverride();
    decidesAlike();
  }

  private void keepsPlacesAndCaps(LocalDate on) {
    List<JsonNode> first =
        places(on).stream().filter(place -> place.path("tier").asText().equals("TIER1")).toList();
    first.stream()
        .collect(Collectors.groupingBy(place -> place.path("zone").asText(), Collectors.counting()))
        .forEach((zone, count) ->
            assertThat(count)
                .as("%s on %s", zone, on)
                .isLessThanOrEqualTo(PLACES.getOrDefault(zone, 4)));
    Map<String, Set<String>> areas = new TreeMap<>();
    first.forEach(place ->
        areas
            .computeIfAbsent(provider(place), reference -> new TreeSet<>())
            .add(place.path("area").asText()));
    assertThat(areas)
        .allSatisfy((reference, held) -> assertThat(held).as("%s", on).hasSizeLessThanOrEqualTo(2));
  }

  private void givesNothingToTheSuspended(LocalDate on) {
    String zone = one(List.of("LAN", "PRE", "BUR", "WLA"));
    List<String> eligible =
        ask(
                "lancashire",
                "{ newBusinessEligibility(vehicle: \"%s\", zone: \"%s\", kind: NEW, on: \"%s\") { providers { providerReference eligible } } }"
                    .formatted(VEHICLE, zone, on))
            .at("/newBusinessEligibility/providers")
            .valueStream()
            .filter(one -> one.path("eligible").asBoolean())
            .map(one -> one.path("providerReference").asText())
            .toList();
    assertThat(eligible).as("%s on %s", zone, on).noneMatch(suspended(on)::contains);
  }

  /** In the order in which they were recorded: ids rise with time. */
  private void passesNoLimitWithoutAnOverride() {
    List<JsonNode> commitments =
        new ArrayList<>(
            ask(
                    "hampshire",
                    "{ commitments(first: 200, vehicle: \"CARE_AT_HOME\") { nodes { id funder"
                        + " amount overrideReason } } }")
                .at("/commitments/nodes")
                .valueStream()
                .toList());
    commitments.sort(
        Comparator.comparing(commitment ->
            new String(
                Base64.getDecoder().decode(commitment.path("id").asText()),
                StandardCharsets.UTF_8)));
    Map<String, BigDecimal> limits =
        Map.of("COUNCIL", new BigDecimal("410000000"), "PARTNER", new BigDecimal("175000000"));
    Map<String, BigDecimal> used = new HashMap<>();
    for (JsonNode commitment : commitments) {
      String funder = commitment.path("funder").asText();
      BigDecimal sum =
          used.merge(funder, new BigDecimal(commitment.path("amount").asText()), BigDecimal::add);
      if (commitment.path("overrideReason").isNull()) {
        assertThat(sum).isLessThanOrEqualTo(limits.get(funder));
      }
    }
    assertThat(used).isNotEmpty();
  }

  private void decidesAlike() {
    List<String> ids =
        demo.ask("lancashire", Role.AUDITOR, "{ decisions(first: 60) { nodes { id } } }")
            .findValuesAsText("id");
    assertThat(ids).hasSizeGreaterThan(20);
    for (String id : ids) {
      assertThat(
              demo.as("lancashire", Role.AUDITOR)
                  .execute(
                      "query Replay($id: ID!) { replayDecision(id: $id) { identical } }",
                      Map.of("id", id))
                  .at("/replayDecision/identical")
                  .asBoolean())
          .isTrue();
    }
  }
}
