package council.framework.opendata.domain;

import council.framework.opendata.domain.CallOffFacts.CallOff;
import council.framework.opendata.domain.CallOffFacts.Framework;
import council.framework.opendata.domain.Ocds.Award;
import council.framework.opendata.domain.Ocds.Contract;
import council.framework.opendata.domain.Ocds.Lot;
import council.framework.opendata.domain.Ocds.Period;
import council.framework.opendata.domain.Ocds.RelatedProcess;
import council.framework.opendata.domain.Ocds.Release;
import council.framework.opendata.domain.Ocds.Tender;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases of one call-off: its award, and its end where it ended before its time. */
public final class CallOffReleases {
  private static final String COMPETITION = "MINI_COMPETITION";
  private static final String ENDED = "contractTermination";

  private final CallOffFacts facts;
  private final CallOff callOff;
  private final Names names;
  private final String ocid;

  private CallOffReleases(CallOffFacts facts) {
    this.facts = facts;
    this.callOff = facts.callOff();
    this.names = new Names(facts.publication());
    this.ocid = names.ocidOfCallOff(callOff.reference(), callOff.id());
  }

  /**
   * @param today nothing is told before its day
   * @return in the order of their days
   */
  public static List<Release> of(CallOffFacts facts, LocalDate today) {
    CallOffReleases process = new CallOffReleases(facts);
    CallOff callOff = facts.callOff();
    List<Release> releases = new ArrayList<>();
    if (!callOff.awardedOn().isAfter(today)) {
      releases.add(process.awarded());
    }
    LocalDate ended = callOff.endedOn();
    if (ended != null && !ended.isAfter(today)) {
      releases.add(process.ended(ended));
    }
    return releases;
  }

  private Release awarded() {
    return release(
        callOff.awardedOn(),
        "award",
        List.of("award", "contract"),
        contract("active", callOff.awardedUntil(), callOff.value()));
  }

  /** One that ended on its first day has no span. */
  private Release ended(LocalDate on) {
    LocalDate day = on.isBefore(callOff.awardedOn()) ? callOff.awardedOn() : on;
    return release(
        day,
        ENDED,
        List.of(ENDED),
        contract("terminated", on, callOff.value().subtract(callOff.givenBack())));
  }

  private Release release(LocalDate day, String name, List<String> tags, Contract contract) {
    return new Release(
        ocid,
        Names.release(ocid, day, name),
        Names.instant(day),
        tags,
        "tender",
        "en",
        List.of(names.buyerParty(), names.supplierParty(facts.supplier())),
        names.buyer(),
        tender(),
        List.of(award()),
        List.of(contract),
        related());
  }

  private String title() {
    return "Call-off in " + facts.lot().title();
  }

  private Tender tender() {
    boolean competed = callOff.method().equals(COMPETITION);
    return new Tender(
        callOff.reference(),
        title(),
        null,
        "complete",
        names.buyer(),
        null,
        competed ? "selective" : "direct",
        callOff.kind() + ", " + callOff.method(),
        "services",
        null,
        null,
        null,
        null,
        null,
        List.of(new Lot(facts.lot().code(), facts.lot().title(), "complete", null)),
        null,
        null);
  }

  private Award award() {
    return new Award(
        callOff.reference(),
        title(),
        "active",
        Names.instant(callOff.awardedOn()),
        TenderOf.pounds(callOff.value()),
        List.of(names.supplier(facts.supplier())),
        period(callOff.awardedUntil()),
        List.of(facts.lot().code()),
        null,
        null);
  }

  private Contract contract(String status, LocalDate until, BigDecimal value) {
    return new Contract(
        callOff.reference(),
        callOff.reference(),
        title(),
        status,
        period(until),
        TenderOf.pounds(value),
        List.of(facts.lot().code()));
  }

  private Period period(LocalDate until) {
    String first = Names.instant(callOff.from());
    return until.isAfter(callOff.from())
        ? new Period(first, Names.endOf(until.minusDays(1)))
        : new Period(first, first);
  }

  private @Nullable List<RelatedProcess> related() {
    Framework framework = facts.framework();
    return framework == null
        ? null
        : List.of(
            new RelatedProcess(
                "framework",
                List.of("framework"),
                framework.title(),
                "ocid",
                names.ocidOfRound(framework.reference(), framework.id())));
  }
}
