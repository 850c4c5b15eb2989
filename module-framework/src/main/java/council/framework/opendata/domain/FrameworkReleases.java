package council.framework.opendata.domain;

import council.framework.opendata.domain.Ocds.Award;
import council.framework.opendata.domain.Ocds.Party;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.domain.Ocds.Tender;
import council.framework.opendata.domain.OpenFacts.Place;
import council.framework.opendata.domain.OpenFacts.Round;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The releases of one round: the tender from its standstill on, its award or its end without one,
 * and one for each later day on which a place, a suspension or an exemption changed.
 */
public final class FrameworkReleases {
  private static final String TENDER = "tender";
  private static final String CANCELLED = "tenderCancellation";
  private static final String AWARD = "award";
  private static final String UPDATE = "awardUpdate";

  private final OpenFacts facts;
  private final Round round;
  private final Names names;
  private final String ocid;
  private final LocalDate today;

  private FrameworkReleases(OpenFacts facts, LocalDate today) {
    this.facts = facts;
    this.round = facts.round();
    this.names = new Names(facts.publication());
    this.ocid = names.ocidOfRound(round.reference(), round.id());
    this.today = today;
  }

  /**
   * @param today nothing is told before its day
   * @return in the order of their days; none before the standstill
   */
  public static List<Release> of(OpenFacts facts, LocalDate today) {
    return new FrameworkReleases(facts, today).all();
  }

  private List<Release> all() {
    LocalDate told = round.standstillFrom();
    if (told == null) {
      return List.of();
    }
    List<Release> releases = new ArrayList<>();
    releases.add(release(told, TENDER, List.of(TENDER)));
    LocalDate cancelled = round.cancelledOn();
    if (cancelled != null) {
      releases.add(release(cancelled, CANCELLED, List.of(CANCELLED)));
    }
    LocalDate awarded = round.awardedOn();
    if (awarded != null) {
      releases.add(release(awarded, AWARD, List.of(AWARD, "tenderUpdate")));
      changes(awarded).forEach(day -> releases.add(release(day, UPDATE, List.of(UPDATE))));
    }
    return releases;
  }

  /** Days after the award on which something changed, up to today. */
  private Iterable<LocalDate> changes(LocalDate awarded) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Place place : facts.places()) {
      if (place.from().isAfter(firstDay(awarded))) {
        days.add(place.from());
      }
      add(days, endedEarly(place.until()));
    }
    facts.suspensions().stream()
        .filter(suspension -> !isEmpty(suspension.from(), suspension.until()))
        .forEach(suspension -> {
          days.add(suspension.from());
          add(days, suspension.until());
        });
    facts
        .exemptions()
        .forEach(exemption -> {
          days.add(exemption.from());
          add(days, exemption.until());
        });
    facts.extensions().forEach(extension -> days.add(extension.takenOn()));
    return days.subSet(awarded.plusDays(1), today.plusDays(1));
  }

  private static void add(TreeSet<LocalDate> days, @Nullable LocalDate day) {
    if (day != null) {
      days.add(day);
    }
  }

  /** Null for a place that ends with its framework. */
  private @Nullable LocalDate endedEarly(@Nullable LocalDate until) {
    LocalDate end = round.frameworkEnd();
    return until == null || (end != null && until.isAfter(end)) ? null : until;
  }

  /** The places of the award hold from the framework's first day on, or from the award. */
  private LocalDate firstDay(LocalDate awarded) {
    return awarded.isAfter(round.frameworkStart()) ? awarded : round.frameworkStart();
  }

  static boolean isEmpty(LocalDate from, @Nullable LocalDate until) {
    return until != null && !until.isAfter(from);
  }

  private Release release(LocalDate day, String name, List<String> tags) {
    boolean awarded = name.equals(AWARD) || name.equals(UPDATE);
    LocalDate from = round.awardedOn();
    AwardsOn on =
        awarded ? new AwardsOn(facts, names, day, firstDay(Objects.requireNonNull(from))) : null;
    List<Award> awards = on == null ? null : on.awards();
    Tender tender = new TenderOf(facts, names).on(day, status(name), on != null);
    return new Release(
        ocid,
        Names.release(ocid, day, name),
        Names.instant(day),
        tags,
        TENDER,
        "en",
        on == null ? List.of(names.buyerParty()) : parties(on),
        names.buyer(),
        tender,
        awards,
        null,
        null);
  }

  private List<Party> parties(AwardsOn on) {
    return Stream.concat(Stream.of(names.buyerParty()), on.suppliers().map(names::supplierParty))
        .distinct()
        .toList();
  }

  private static String status(String name) {
    return switch (name) {
      case TENDER -> "active";
      case CANCELLED -> "cancelled";
      default -> "complete";
    };
  }

  /** What all releases of a process come to. */
  public static Ocds.ProcessRecord recordOf(List<Release> releases) {
    Release last = releases.getLast();
    Release compiled =
        new Release(
            last.ocid(),
            last.ocid() + "-compiled",
            last.date(),
            List.of("compiled"),
            last.initiationType(),
            last.language(),
            last.parties(),
            last.buyer(),
            last.tender(),
            last.awards(),
            last.contracts(),
            last.relatedProcesses());
    return new Ocds.ProcessRecord(last.ocid(), releases, compiled);
  }
}
