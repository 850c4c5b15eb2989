package council.platform.directory;

import council.platform.problem.TextRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds everything that is wrong with the consortia and locations of an import. */
final class LocationCheck {
  private static final BigDecimal HOURS_LIMIT = new BigDecimal("100000000");
  private static final int HOURS_DECIMALS = 2;

  private final DirectoryEntries entries;
  private final Known known;
  private final ImportProblems problems;
  private final Map<String, ProviderForm> formByProvider = new HashMap<>();

  LocationCheck(DirectoryEntries entries, Known known, ImportProblems problems) {
    this.entries = entries;
    this.known = known;
    this.problems = problems;
    known
        .providers()
        .forEach((ref, row) -> formByProvider.put(ref, ProviderForm.valueOf(row.getForm())));
    entries.providers().forEach(entry -> formByProvider.put(entry.reference(), entry.form()));
  }

  void check() {
    members();
    locations();
  }

  private void members() {
    Set<ConsortiumMemberEntry> seen = new HashSet<>();
    for (int i = 0; i < entries.consortiumMembers().size(); i++) {
      ConsortiumMemberEntry entry = entries.consortiumMembers().get(i);
      String at = "consortiumMembers[" + i + "]";
      if (!seen.add(entry)) {
        problems.duplicate(at, entry.consortium() + " " + entry.member());
      }
      form(entry.consortium(), ProviderForm.CONSORTIUM, at + ".consortium");
      form(entry.member(), ProviderForm.ORGANISATION, at + ".member");
    }
  }

  private void form(String reference, ProviderForm expected, String at) {
    ProviderForm form = formByProvider.get(reference);
    if (form == null) {
      problems.unknownProvider(reference, at);
    } else if (form != expected) {
      problems.add(
          "WRONG_FORM", at, reference, expected.name(), reference + " is of form " + form + ".");
    }
  }

  private void locations() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.locations().size(); i++) {
      LocationEntry entry = entries.locations().get(i);
      String at = "locations[" + i + "]";
      problems.reference(entry.reference(), at, seen);
      if (!formByProvider.containsKey(entry.provider())) {
        problems.unknownProvider(entry.provider(), at + ".provider");
      }
      zone(entry.zone(), at + ".zone");
      String cqcId = entry.cqcLocationId();
      if (cqcId != null) {
        problems.text(cqcId, at + ".cqcLocationId", ImportProblems.LONGEST_REFERENCE);
      }
      figures(entry, at);
      var latest = known.locations().get(entry.reference());
      if (latest != null && latest.getValidFrom().isAfter(entries.from())) {
        problems.earlier(at, latest.getValidFrom());
      }
    }
  }

  private void zone(String code, String at) {
    if (!known.isZoneInForce(code, entries.from())) {
      String zones =
          known.zones().values().stream()
              .filter(zone -> zone.isInForce(entries.from()))
              .map(Zone::code)
              .collect(Collectors.toCollection(TreeSet::new))
              .toString();
      String message =
          "No scheme in force on " + entries.from() + " has a zone " + TextRule.shown(code) + ".";
      problems.add("UNKNOWN_ZONE", at, code, "one of " + zones, message);
    }
  }

  private void figures(LocationEntry entry, String at) {
    Integer people = entry.people();
    if (people != null && people < 0) {
      problems.add(
          "NEGATIVE", at + ".people", people, "0 or more", "There cannot be fewer than 0 people.");
    }
    BigDecimal hours = entry.weeklyHours();
    if (hours != null
        && (hours.signum() < 0
            || hours.compareTo(HOURS_LIMIT) >= 0
            || hours.stripTrailingZeros().scale() > HOURS_DECIMALS)) {
      problems.add(
          "BAD_WEEKLY_HOURS",
          at + ".weeklyHours",
          hours.toPlainString(),
          "0 or more, with at most 2 decimals",
          hours.toPlainString() + " cannot be hours a week.");
    }
  }
}
