package council.framework.domain;

import static council.framework.domain.ZoneReasons.verdict;

import council.framework.scheme.DueDiligence;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Vehicle;
import council.platform.decision.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Which checks hold on a day. Of several answers to a check the latest one by then counts. */
final class HeldChecks {
  private final List<CheckFact> answers;
  private final LocalDate day;

  HeldChecks(List<CheckFact> answers, LocalDate day) {
    this.answers = answers;
    this.day = day;
  }

  private Optional<CheckFact> find(String provider, String check) {
    return answers.stream()
        .filter(answer -> answer.provider().equals(provider) && answer.check().equals(check))
        .filter(answer -> answer.givenBy(day))
        .reduce((one, other) -> isEarlier(other, one) ? one : other);
  }

  private static boolean isEarlier(CheckFact one, CheckFact other) {
    LocalDate day = one.on();
    LocalDate otherDay = other.on();
    return otherDay != null && (day == null || day.isBefore(otherDay));
  }

  boolean hold(String provider, String check) {
    return find(provider, check).filter(answer -> answer.holdsOn(day)).isPresent();
  }

  Reason reason(String provider, String check, String vehicleCode, Vehicle vehicle) {
    Optional<CheckFact> answer = find(provider, check);
    DueDiligence asked = vehicle.dueDiligence().get(check);
    Seen seen =
        Seen.of("check", check)
            .and("title", asked == null ? check : asked.title())
            .and("date", day);
    answer.ifPresent(a -> {
      seen.and("answer", a.answer()).and("answeredOn", a.on());
      LocalDate until = a.until();
      seen.and("until", until == null ? null : until.minusDays(1));
    });
    return Reason.of(
        Rules.CHECK_HOLDS,
        FrameworkSection.path(vehicleCode, "dueDiligence." + check),
        verdict(hold(provider, check)),
        seen.map());
  }
}
