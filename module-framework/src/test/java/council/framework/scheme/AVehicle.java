package council.framework.scheme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A vehicle that is in order, with one thing or another changed. */
public final class AVehicle {
  public static final LocalDate START = LocalDate.of(2015, 6, 1);
  public static final LocalDate END = LocalDate.of(2018, 5, 31);

  private List<String> zones = List.of();
  private @Nullable LocalDate end = END;
  private List<Tier> tiers = List.of(new Tier.RankedPlaces("PLACE", "Place", 1, Map.of(), true));
  private @Nullable Integer areaCap;
  private @Nullable Integer zoneCap;
  private CapPolicy policy = CapPolicy.HIGHEST_SCORE_FIRST;
  private List<String> tieBreakers = List.of("reference");
  private boolean consortia;
  private List<NewBusinessRule> newBusiness =
      List.of(new NewBusinessRule.HoldsPlace(List.of("PLACE")));
  private Admission admission = new Admission.Round();
  private Lots lots = new Lots.ByZone();
  private @Nullable MarketModel market;
  private @Nullable Term term;

  public static AVehicle aVehicle() {
    return new AVehicle();
  }

  public AVehicle zones(String... codes) {
    zones = List.of(codes);
    return this;
  }

  public AVehicle end(@Nullable LocalDate day) {
    end = day;
    return this;
  }

  public AVehicle tiers(Tier... all) {
    tiers = List.of(all);
    return this;
  }

  public AVehicle areaCap(int cap) {
    areaCap = cap;
    return this;
  }

  public AVehicle zoneCap(int cap) {
    zoneCap = cap;
    return this;
  }

  public AVehicle policy(CapPolicy given) {
    policy = given;
    return this;
  }

  public AVehicle tieBreakers(String... all) {
    tieBreakers = List.of(all);
    return this;
  }

  public AVehicle admittingConsortia() {
    consortia = true;
    return this;
  }

  public AVehicle newBusiness(NewBusinessRule... rules) {
    newBusiness = List.of(rules);
    return this;
  }

  public AVehicle admission(Admission given) {
    admission = given;
    return this;
  }

  public AVehicle lots(Lots given) {
    lots = given;
    return this;
  }

  public AVehicle market(MarketModel given) {
    market = given;
    return this;
  }

  public AVehicle options(Term.Option... options) {
    term = new Term(List.of(options), null, null);
    return this;
  }

  public AVehicle term(Term given) {
    term = given;
    return this;
  }

  public FrameworkSection section() {
    return new FrameworkSection(Map.of("V", build()));
  }

  public Vehicle build() {
    return new Vehicle(
        "Framework",
        START,
        end,
        zones,
        List.of(
            new Criterion(
                "QUALITY", "Quality", 100, BigDecimal.TEN, null, CriterionScope.FRAMEWORK)),
        new BigDecimal(50),
        tiers,
        areaCap,
        zoneCap,
        policy,
        tieBreakers,
        consortia,
        null,
        Map.of(RequestKind.NEW, newBusiness),
        new Award(10),
        admission,
        null,
        lots,
        market,
        term,
        null,
        null,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        null);
  }
}
