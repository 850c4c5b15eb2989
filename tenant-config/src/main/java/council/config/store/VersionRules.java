package council.config.store;

import council.config.document.Publication;
import council.config.document.SchemeDocument;
import council.platform.problem.Problems;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/** What a new version must keep to beside the versions that are there. */
@Singleton
final class VersionRules {
  private final VersionStore versions;
  private final Clock clock;

  VersionRules(VersionStore versions, Clock clock) {
    this.versions = versions;
    this.clock = clock;
  }

  void isOfCouncil(String council, SchemeDocument scheme, Problems problems) {
    if (!scheme.council().equals(council)) {
      String message =
          "Expected a scheme of %s, but this one is of %s.".formatted(council, scheme.council());
      problems.add("OTHER_COUNCIL", "council", scheme.council(), council, message);
    }
  }

  /** No version is put before one that has taken effect. */
  void isNotTooEarly(LocalDate effectiveFrom, Problems problems) {
    versions
        .findInForce(LocalDate.now(clock))
        .filter(latest -> latest.effectiveFrom().isAfter(effectiveFrom))
        .ifPresent(latest -> tooEarly(effectiveFrom, latest, problems));
  }

  private static void tooEarly(LocalDate date, VersionStore.Key latest, Problems problems) {
    String expected = latest.effectiveFrom() + " or later";
    String message =
        "Expected %s, since version %d has taken effect on that day, but found %s."
            .formatted(expected, latest.number(), date);
    problems.add("EFFECTIVE_TOO_EARLY", "effectiveFrom", date, expected, message);
  }

  /**
   * Unless the version that is followed allows it, nothing takes effect on a day that has passed.
   */
  void isNotBackdated(LocalDate effectiveFrom, Publication rule, Problems problems) {
    LocalDate today = LocalDate.now(clock);
    if (rule.backdating() == Publication.Backdating.REFUSED && effectiveFrom.isBefore(today)) {
      problems.add(
          "BACKDATED",
          "effectiveFrom",
          effectiveFrom,
          today + " or later",
          "The draft would take effect on %s, which has passed; the scheme in force allows no backdating."
              .formatted(effectiveFrom));
    }
  }

  /** A version that takes over later was written without this one and would silently undo it. */
  void isUndoneByNone(LocalDate effectiveFrom, Problems problems) {
    for (VersionStore.Dated later : versions.listDated()) {
      if (later.effectiveFrom().isAfter(effectiveFrom)) {
        problems.add(
            "LATER_VERSION_STANDS",
            "effectiveFrom",
            effectiveFrom,
            "a day after " + later.effectiveFrom(),
            "Version %d takes over on %s and was written without this draft: withdraw it first, and rebase its content on this one."
                .formatted(later.number(), later.effectiveFrom()));
      }
    }
  }

  /**
   * Two versions never take effect on one day; neither do their days for existing business cross.
   */
  void collidesWithNone(LocalDate effectiveFrom, LocalDate existingFrom, Problems problems) {
    for (VersionStore.Dated other : versions.listDated()) {
      if (other.effectiveFrom().equals(effectiveFrom)) {
        problems.add(
            "EFFECTIVE_DATE_TAKEN",
            "effectiveFrom",
            effectiveFrom,
            "a day on which no version takes effect",
            "Version %d takes effect on %s; choose another day, or withdraw it first if its day has not come."
                .formatted(other.number(), effectiveFrom));
      } else if (crosses(other, effectiveFrom, existingFrom)) {
        problems.add(
            "EXISTING_DATES_CROSS",
            "input.effectiveExistingFrom",
            existingFrom,
            "the order of the days for new business",
            "For new business version %d holds from %s, for existing business from %s: the earlier version must hold earlier for both."
                .formatted(other.number(), other.effectiveFrom(), other.existingFrom()));
      }
    }
  }

  private static boolean crosses(
      VersionStore.Dated other, LocalDate effectiveFrom, LocalDate existingFrom) {
    return other.effectiveFrom().isBefore(effectiveFrom)
        ? !other.existingFrom().isBefore(existingFrom)
        : !other.existingFrom().isAfter(existingFrom);
  }
}
