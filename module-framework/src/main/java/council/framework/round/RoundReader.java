package council.framework.round;

import static council.framework.round.RoundFolder.APPLICATIONS;
import static council.framework.round.RoundFolder.APPLIED_ZONES;
import static council.framework.round.RoundFolder.LOCATIONS;
import static council.framework.round.RoundFolder.PROVIDERS;
import static council.framework.round.RoundFolder.SCORES;

import council.framework.domain.RoundFacts;
import council.framework.domain.RoundFacts.ApplicationFact;
import council.framework.domain.RoundFacts.LocationFact;
import council.framework.domain.RoundFacts.ProviderFact;
import council.framework.domain.RoundFacts.ScoreFact;
import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.round.ApplicationsFile.Draft;
import council.framework.round.CsvTable.Columns;
import council.framework.round.Submission.LocationRow;
import council.framework.round.Submission.ProviderRow;
import council.framework.scheme.CriterionSource;
import council.framework.scheme.Lot;
import council.framework.scheme.Lots;
import council.framework.scheme.Vehicle;
import council.platform.problem.Problems;
import council.platform.scheme.GeographySection;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was submitted to a round. All problems of all files are told at once; where there are
 * any, the answer is not to be used. Nothing is guessed or filled in.
 */
public final class RoundReader {
  private final String vehicleCode;
  private final Vehicle vehicle;
  private final List<ZoneFact> zones;
  private final List<ZoneFact> lots;
  private final Map<String, String> texts;
  private final Problems problems;
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private boolean scoredByPeople;
  private Map<String, List<ScoreFact>> scores = Map.of();

  private RoundReader(
      String vehicleCode,
      Vehicle vehicle,
      List<ZoneFact> zones,
      Map<String, String> texts,
      Problems problems) {
    this.vehicleCode = vehicleCode;
    this.vehicle = vehicle;
    this.zones = zones;
    this.lots = lots(vehicle, zones);
    this.texts = texts;
    this.problems = problems;
  }

  /**
   * @param zones the zones that the vehicle covers, in the geography's order
   * @param texts file name to content; every file of {@link RoundFolder#SUBMISSION}
   * @param problems where problems go, with paths such as {@code scores.csv:17:score}
   */
  public static Submission read(
      String vehicleCode,
      Vehicle vehicle,
      List<ZoneFact> zones,
      Map<String, String> texts,
      Problems problems) {
    return new RoundReader(vehicleCode, vehicle, zones, texts, problems).read();
  }

  /**
   * The same for a round whose answers people score after this: scores.csv has its heading alone.
   */
  public static Submission readUnscored(
      String vehicleCode,
      Vehicle vehicle,
      List<ZoneFact> zones,
      Map<String, String> texts,
      Problems problems) {
    RoundReader reader = new RoundReader(vehicleCode, vehicle, zones, texts, problems);
    reader.scoredByPeople = true;
    return reader.read();
  }

  /** What an hour costs whoever delivers it; absent where providers may offer prices. */
  private static @Nullable BigDecimal fixedPrice(Vehicle vehicle) {
    boolean priced =
        vehicle.criteria().stream().anyMatch(c -> c.source() instanceof CriterionSource.Price);
    return priced ? null : vehicle.hourlyRate();
  }

  /** The zones that a vehicle covers, in the geography's order. */
  public static List<ZoneFact> coveredZones(Vehicle vehicle, GeographySection geography) {
    return vehicle.covered(geography.areaByZone()).entrySet().stream()
        .map(zone -> new ZoneFact(zone.getKey(), zone.getValue()))
        .toList();
  }

  /** The lots that a vehicle gives places for, each with its area. */
  public static List<ZoneFact> zonesOf(Vehicle vehicle, GeographySection geography) {
    return facts(Lots.of(vehicle, geography));
  }

  private static List<ZoneFact> facts(List<Lot> lots) {
    return lots.stream().map(lot -> new ZoneFact(lot.code(), lot.area())).toList();
  }

  private static List<ZoneFact> lots(Vehicle vehicle, List<ZoneFact> zones) {
    Map<String, String> areaByZone = new LinkedHashMap<>();
    zones.forEach(zone -> areaByZone.put(zone.zone(), zone.area()));
    return facts(vehicle.lots().over(areaByZone));
  }

  private Submission read() {
    Known zoneCodes = known("UNKNOWN_ZONE", "zone", zones);
    Known lotCodes =
        vehicle.lots() instanceof Lots.ByZone ? zoneCodes : known("UNKNOWN_LOT", "lot", lots);
    FileProblems inProviders = new FileProblems(PROVIDERS, problems);
    CsvTable providerTable = table(PROVIDERS, ProvidersFile.COLUMNS, inProviders);
    Map<String, ProviderRow> providers = ProvidersFile.read(providerTable, vehicle, inProviders);
    Known providerCodes =
        new Known("UNKNOWN_PROVIDER", "provider", providers.keySet(), providerTable.usable());
    Map<String, Draft> drafts = applications(providerCodes, providers, lotCodes);
    FileProblems inLocations = new FileProblems(LOCATIONS, problems);
    List<LocationRow> locations =
        LocationsFile.read(
            table(LOCATIONS, LocationsFile.COLUMNS, inLocations),
            providerCodes,
            zoneCodes,
            vehicle.transition(),
            inLocations);
    List.of(inProviders, inLocations).forEach(FileProblems::tellRest);
    return new Submission(
        facts(providers, drafts, locations), List.copyOf(providers.values()), locations, rows);
  }

  private static Known known(String code, String what, List<ZoneFact> zones) {
    return new Known(code, what, zones.stream().map(ZoneFact::zone).toList(), !zones.isEmpty());
  }

  private Map<String, Draft> applications(
      Known providers, Map<String, ProviderRow> providerRows, Known lotCodes) {
    FileProblems inApplications = new FileProblems(APPLICATIONS, problems);
    FileProblems inZones = new FileProblems(APPLIED_ZONES, problems);
    FileProblems inScores = new FileProblems(SCORES, problems);
    CsvTable table = table(APPLICATIONS, ApplicationsFile.COLUMNS, inApplications);
    List<String> areas = lots.stream().map(ZoneFact::area).distinct().toList();
    Map<String, Draft> drafts = ApplicationsFile.read(table, providers, areas, inApplications);
    ApplicantChecks.check(table, vehicle, providerRows, inApplications);
    Known applicants = new Known("UNKNOWN_APPLICANT", "applicant", drafts.keySet(), table.usable());
    CsvTable zoneTable = table(APPLIED_ZONES, ApplicationsFile.ZONE_COLUMNS, inZones);
    ApplicationsFile.readZones(
        zoneTable, fixedPrice(vehicle), drafts, applicants, lotCodes, inZones);
    CsvTable scoreTable = table(SCORES, ScoresFile.COLUMNS, inScores);
    boolean zonesKnown = table.usable() && zoneTable.usable();
    scores =
        ScoresFile.read(
            scoreTable, vehicle, scoredByPeople, drafts, applicants, zonesKnown, inScores);
    List.of(inApplications, inZones, inScores).forEach(FileProblems::tellRest);
    return drafts;
  }

  private CsvTable table(String name, Columns columns, FileProblems fileProblems) {
    String text = texts.get(name);
    if (text == null) {
      fileProblems.add("MISSING_FILE", "Expected the file " + name + ", but it is not there.");
      text = RoundFolder.UNREADABLE;
    } else if (!RoundFolder.checkSize(
        name, text.getBytes(StandardCharsets.UTF_8).length, problems)) {
      text = RoundFolder.UNREADABLE;
    }
    CsvTable table = CsvTable.parse(text, columns, fileProblems);
    rows.put(name, table.rows().size());
    return table;
  }

  private RoundFacts facts(
      Map<String, ProviderRow> providers, Map<String, Draft> drafts, List<LocationRow> locations) {
    List<ProviderFact> providerFacts =
        providers.values().stream()
            .map(p -> new ProviderFact(p.reference(), p.existing(), p.consortiumMembers()))
            .toList();
    List<ApplicationFact> applications =
        drafts.entrySet().stream()
            .map(draft ->
                new ApplicationFact(
                    draft.getKey(),
                    draft.getValue().submittedAt(),
                    draft.getValue().areaPreference(),
                    draft.getValue().zones(),
                    scores.getOrDefault(draft.getKey(), List.of()),
                    draft.getValue().offers().isEmpty() ? null : draft.getValue().offers()))
            .toList();
    List<LocationFact> locationFacts =
        locations.stream()
            .map(l ->
                new LocationFact(
                    l.location(), l.provider(), l.zone(), l.exemption(), l.weeklyHours()))
            .toList();
    return new RoundFacts(vehicleCode, lots, providerFacts, applications, locationFacts);
  }
}
