package council.platform.directory;

import council.platform.problem.TextRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with the providers of an import. */
final class ProviderCheck {
  private static final Pattern COMPANIES_HOUSE = Pattern.compile("[0-9]{8}|[A-Z]{2}[0-9]{6}");

  private final DirectoryEntries entries;
  private final Known known;
  private final ImportProblems problems;

  ProviderCheck(DirectoryEntries entries, Known known, ImportProblems problems) {
    this.entries = entries;
    this.known = known;
    this.problems = problems;
  }

  void check() {
    providers();
    registrations();
  }

  private void providers() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < entries.providers().size(); i++) {
      ProviderEntry entry = entries.providers().get(i);
      String at = "providers[" + i + "]";
      problems.reference(entry.reference(), at, seen);
      if (entry.name().isBlank()) {
        problems.add("BLANK_NAME", at + ".name", entry.name(), "a name", "The name is blank.");
      } else {
        problems.text(entry.name(), at + ".name", ImportProblems.LONGEST_NAME);
      }
      companiesHouseNumber(entry.companiesHouseNumber(), at + ".companiesHouseNumber");
      rating(entry, at);
    }
  }

  private void companiesHouseNumber(@Nullable String number, String at) {
    if (number != null && !COMPANIES_HOUSE.matcher(number).matches()) {
      problems.add(
          "BAD_COMPANIES_HOUSE_NUMBER",
          at,
          number,
          "8 digits, or 2 capital letters and 6 digits",
          "The company number %s is not one that Companies House gives."
              .formatted(TextRule.shown(number)));
    }
  }

  private void rating(ProviderEntry entry, String at) {
    String rating = entry.cqcRating();
    if (rating != null && CqcRating.find(rating).isEmpty()) {
      problems.add(
          "UNKNOWN_CQC_RATING",
          at + ".cqcRating",
          rating,
          "one of " + CqcRating.titles(),
          "The CQC has no rating " + TextRule.shown(rating) + ".");
    }
    if (rating == null && entry.cqcRatingDate() != null) {
      problems.add(
          "RATING_DATE_WITHOUT_RATING",
          at + ".cqcRatingDate",
          entry.cqcRatingDate(),
          "a rating with its date",
          "There is a date of the rating, but no rating.");
    }
  }

  private void registrations() {
    Map<String, String> holders = new HashMap<>();
    for (int i = 0; i < entries.providers().size(); i++) {
      ProviderEntry entry = entries.providers().get(i);
      String cqcId = entry.cqcProviderId();
      if (cqcId == null) {
        continue;
      }
      String at = "providers[" + i + "].cqcProviderId";
      if (!problems.text(cqcId, at, ImportProblems.LONGEST_REFERENCE)) {
        continue;
      }
      String other = holders.putIfAbsent(cqcId, entry.reference());
      if (other != null && !other.equals(entry.reference())) {
        taken(at, cqcId, other);
      } else {
        heldByAnother(at, entry.reference(), cqcId);
      }
      notBefore(at, entry.reference(), cqcId);
    }
  }

  private void heldByAnother(String at, String reference, String cqcId) {
    for (var held : known.registrations()) {
      if (!held.getCqcProviderId().equals(cqcId)) {
        continue;
      }
      known.providers().values().stream()
          .filter(provider -> provider.getId().equals(held.getProviderId()))
          .filter(provider -> !provider.getReference().equals(reference))
          .filter(provider -> !givesUp(provider.getReference(), cqcId))
          .forEach(provider -> taken(at, cqcId, provider.getReference()));
    }
  }

  private boolean givesUp(String reference, String cqcId) {
    return entries.providers().stream()
        .filter(entry -> entry.reference().equals(reference))
        .anyMatch(entry -> entry.cqcProviderId() != null && !entry.cqcProviderId().equals(cqcId));
  }

  private void taken(String at, String cqcId, String holder) {
    problems.add(
        "DUPLICATE_CQC_PROVIDER_ID",
        at,
        cqcId,
        "an id that no other provider holds",
        "The CQC registration " + cqcId + " is that of provider " + holder + ".");
  }

  private void notBefore(String at, String reference, String cqcId) {
    var provider = known.providers().get(reference);
    if (provider == null) {
      return;
    }
    known
        .findRegistration(provider.getId())
        .filter(now -> !now.getCqcProviderId().equals(cqcId))
        .filter(now -> now.getValidFrom().isAfter(entries.from()))
        .ifPresent(now -> problems.earlier(at, now.getValidFrom()));
  }
}
