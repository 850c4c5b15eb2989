package council.framework.opendata.domain;

import council.framework.opendata.domain.Ocds.Exempt;
import council.framework.opendata.domain.Ocds.FrameworkAgreement;
import council.framework.opendata.domain.Ocds.Lot;
import council.framework.opendata.domain.Ocds.Period;
import council.framework.opendata.domain.Ocds.Techniques;
import council.framework.opendata.domain.Ocds.Tender;
import council.framework.opendata.domain.Ocds.TierPlaces;
import council.framework.opendata.domain.Ocds.Value;
import council.framework.opendata.domain.OpenFacts.Exemption;
import council.framework.opendata.domain.OpenFacts.Round;
import council.framework.scheme.Admission;
import council.framework.scheme.CallOff;
import council.framework.scheme.Criterion;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.SpendLimit;
import council.framework.scheme.Tier;
import council.framework.scheme.Vehicle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tender of a framework, from the scheme under which it was advertised. */
final class TenderOf {
  private static final int PENCE = 2;
  private static final String REOPENED = "withReopeningCompetition";

  private final OpenFacts facts;
  private final Vehicle vehicle;
  private final Round round;
  private final Names names;

  TenderOf(OpenFacts facts, Names names) {
    this.facts = facts;
    this.vehicle = facts.vehicle();
    this.round = facts.round();
    this.names = names;
  }

  Tender on(LocalDate day, String status, boolean awarded) {
    return new Tender(
        round.reference(),
        round.title(),
        vehicle.title(),
        status,
        names.buyer(),
        value(),
        "open",
        switch (vehicle.admission()) {
          case Admission.Round _ ->
              "One round of evaluation for the places of a framework agreement";
          case Admission.Open _ ->
              "Open list: providers are admitted at any time by published criteria";
          case Admission.Windows _ ->
              "Open list: providers are admitted in windows by published criteria";
        },
        "services",
        pricesAreScored() ? "ratedCriteria" : "qualityOnly",
        criteria(),
        tenderPeriod(),
        contractPeriod(day),
        awarded ? round.applications() : null,
        facts.lots().stream().map(lot -> lot(lot, status)).toList(),
        techniques(),
        framework(day, awarded));
  }

  /** The advertised value (HAM-FW-01), where the scheme has one. */
  private @Nullable Value value() {
    return vehicle.spend() == null
        ? null
        : vehicle.spend().limits().stream()
            .filter(SpendLimit.Total.class::isInstance)
            .findFirst()
            .map(total -> pounds(total.amount()))
            .orElse(null);
  }

  static Value pounds(BigDecimal amount) {
    return new Value(amount.setScale(PENCE), "GBP");
  }

  private boolean pricesAreScored() {
    return vehicle.criteria().stream()
        .anyMatch(criterion -> criterion.source() instanceof CriterionSource.Price);
  }

  private String criteria() {
    String each =
        vehicle.criteria().stream()
            .map(criterion -> criterion.title() + " " + criterion.weightPercent() + " %")
            .collect(Collectors.joining("; "));
    return "%s. At least %s %% in all."
        .formatted(each, vehicle.qualityThresholdPercent().toPlainString());
  }

  /** Known where applications are taken in windows: the one that had begun by the standstill. */
  private @Nullable Period tenderPeriod() {
    LocalDate told = round.standstillFrom();
    if (told == null || !(vehicle.admission() instanceof Admission.Windows(var windows))) {
      return null;
    }
    return windows.stream()
        .filter(window -> !window.from().isAfter(told))
        .max(Comparator.comparing(Admission.Window::from))
        .map(window -> new Period(Names.instant(window.from()), Names.endOf(window.until())))
        .orElse(null);
  }

  private Period contractPeriod(LocalDate day) {
    LocalDate end = facts.endOn(day);
    return new Period(Names.instant(round.frameworkStart()), end == null ? null : Names.endOf(end));
  }

  private Lot lot(OpenFacts.Lot lot, String status) {
    List<TierPlaces> places =
        vehicle.tiers().stream()
            .map(tier ->
                new TierPlaces(
                    tier.code(),
                    tier instanceof Tier.RankedPlaces ranked ? ranked.placesIn(lot.code()) : null))
            .toList();
    return new Lot(lot.code(), lot.title(), status, places);
  }

  /** An open list of which all business is competed for is a dynamic purchasing system. */
  private Techniques techniques() {
    String method = method();
    return vehicle.isOpenList() && method.equals(REOPENED)
        ? new Techniques(false, null, true)
        : new Techniques(true, new FrameworkAgreement(method), false);
  }

  /** By how providers are chosen for business; competition is reopened by a mini-competition. */
  private String method() {
    boolean with =
        vehicle.callOff().values().stream().anyMatch(CallOff.MiniCompetition.class::isInstance);
    boolean without =
        vehicle.callOff().values().stream()
                .anyMatch(way -> !(way instanceof CallOff.MiniCompetition))
            || vehicle.callOff().isEmpty();
    if (with && without) {
      return "withAndWithoutReopeningCompetition";
    }
    return with ? REOPENED : "withoutReopeningCompetition";
  }

  private Ocds.Framework framework(LocalDate day, boolean awarded) {
    return new Ocds.Framework(
        round.code(),
        vehicle.admission().word(),
        vehicle.tiers().stream().map(TenderOf::tier).toList(),
        vehicle.areaCap(),
        vehicle.zoneCap(),
        vehicle.qualityThresholdPercent(),
        vehicle.criteria().stream().map(TenderOf::criterion).toList(),
        standstill(),
        awarded ? exemptions(day) : null);
  }

  private static Ocds.Tier tier(Tier tier) {
    return new Ocds.Tier(
        tier.code(), tier.title(), tier instanceof Tier.Contested contested && contested.capped());
  }

  private static Ocds.Criterion criterion(Criterion criterion) {
    return new Ocds.Criterion(
        criterion.code(),
        criterion.title(),
        criterion.weightPercent(),
        criterion.maximumScore(),
        criterion.passMark(),
        criterion.scope().name());
  }

  private @Nullable Period standstill() {
    LocalDate from = round.standstillFrom();
    LocalDate until = round.standstillUntil();
    return from == null
        ? null
        : new Period(Names.instant(from), until == null ? null : Names.endOf(until));
  }

  /** Counted, without the providers or the locations; those whose last one ended count 0. */
  private @Nullable List<Exempt> exemptions(LocalDate day) {
    Map<String, List<Exemption>> byId =
        facts.exemptions().stream()
            .filter(exemption -> !exemption.from().isAfter(day))
            .collect(Collectors.groupingBy(TenderOf::id, TreeMap::new, Collectors.toList()));
    List<Exempt> told =
        byId.entrySet().stream()
            .map(entry -> {
              Exemption one = entry.getValue().getFirst();
              long open =
                  entry.getValue().stream()
                      .filter(e -> e.until() == null || e.until().isAfter(day))
                      .count();
              return new Exempt(entry.getKey(), one.lot(), one.kind(), (int) open);
            })
            .toList();
    return told.isEmpty() ? null : told;
  }

  private static String id(Exemption exemption) {
    return exemption.kind() == null ? exemption.lot() : exemption.lot() + "-" + exemption.kind();
  }
}
