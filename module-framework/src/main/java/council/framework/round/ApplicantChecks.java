package council.framework.round;

import council.framework.round.CsvTable.Row;
import council.framework.round.Submission.ProviderRow;
import council.framework.scheme.Admission;
import council.framework.scheme.MarketModel;
import council.framework.scheme.Vehicle;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether the scheme's framework takes applications from such providers and at such a time. */
final class ApplicantChecks {
  private static final ZoneId COUNCILS = ZoneId.of("Europe/London");

  private ApplicantChecks() {}

  static void check(
      CsvTable table, Vehicle vehicle, Map<String, ProviderRow> providers, FileProblems problems) {
    MarketModel market = vehicle.market();
    for (Row row : table.rows()) {
      ProviderRow applicant = providers.get(row.cell("provider"));
      if (applicant != null && market != null) {
        checkMembers(row, market, applicant, problems);
      }
      if (vehicle.admission() instanceof Admission.Windows windows) {
        checkWindow(row, windows, problems);
      }
    }
  }

  /** Where some are named, but too few, the providers' file tells it. */
  private static void checkMembers(
      Row row, MarketModel market, ProviderRow applicant, FileProblems problems) {
    if (applicant.consortiumMembers().isEmpty() && market.fewestMembers() > 0) {
      problems.add(
          "TOO_FEW_MEMBERS",
          row.line(),
          "provider",
          applicant.reference(),
          "a provider with at least %d member(s)".formatted(market.fewestMembers()),
          "Provider %s has no members and cannot apply by itself."
              .formatted(applicant.reference()));
    }
  }

  private static void checkWindow(Row row, Admission.Windows admission, FileProblems problems) {
    Optional<LocalDate> day = day(row.cell("submitted_at"));
    if (day.isPresent() && admission.findOpen(day.get()).isEmpty()) {
      problems.add(
          "OUTSIDE_WINDOW",
          row.line(),
          "submitted_at",
          row.cell("submitted_at"),
          admission.windows().stream()
              .map(Admission.Window::told)
              .collect(Collectors.joining("; ")),
          "Applications are taken in windows only, and none was open on %s.".formatted(day.get()));
    }
  }

  /** What is no moment has been told already. */
  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).atZoneSameInstant(COUNCILS).toLocalDate());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
