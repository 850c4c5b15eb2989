package council.platform.directory;

import static council.platform.TestCouncil.officerOf;
import static council.platform.TestCouncil.providerUserOf;
import static council.platform.store.generated.Tables.AUDIT;
import static council.platform.store.generated.Tables.PROVIDER_CQC_REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import council.platform.TestCouncil;
import council.platform.directory.ImportOutcome.Counts;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import council.platform.scheme.GeographySection.Area;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DirectoryTest {
  private static final LocalDate DAY = LocalDate.of(2015, 6, 1);
  private static final LocalDate LATER = LocalDate.of(2016, 6, 1);
  private static final ProviderEntry P1 = provider("P001", "1-101");
  private static final ProviderEntry P2 = provider("P002", "1-102");

  private TestCouncil council;
  private Directory directory;
  private String tenant;
  private Actor officer;

  @BeforeAll
  void start() {
    council = new TestCouncil();
    directory = council.bean(Directory.class);
  }

  @BeforeEach
  void aNewCouncil() {
    tenant = council.createTenant();
    officer = officerOf(tenant);
    council.publish(tenant, DAY, geography("LAN", "WYR"));
  }

  @AfterAll
  void stop() {
    council.close();
  }

  @Test
  void importsProvidersConsortiaAndLocationsAtOnce() {
    ImportOutcome outcome =
        apply(
            new DirectoryEntries(
                DAY,
                List.of(P1, P2, consortium("C001")),
                List.of(new ConsortiumMemberEntry("C001", "P001")),
                List.of(location("L1", "P001", "LAN", 3), location("L2", "P002", "WYR", 1))));
    assertThat(outcome)
        .isEqualTo(
            new ImportOutcome(new Counts(3, 0, 0), new Counts(1, 0, 0), new Counts(2, 0, 0)));
    Provider first = find("P001");
    assertThat(first.cqcRating()).isEqualTo(CqcRating.REQUIRES_IMPROVEMENT);
    assertThat(first.revision()).isEqualTo(1);
    assertThat(locations(DAY)).extracting(Location::provider).containsExactly("P001", "P002");
    assertThat(locations(DAY.minusDays(1))).isEmpty();
    ProviderId consortium = find("C001").id();
    assertThat(read(() -> directory.listMembers(officer, consortium)))
        .extracting(Provider::reference)
        .containsExactly("P001");
  }

  @ParameterizedTest
  @CsvSource({
    "Outstanding,OUTSTANDING",
    "Good,GOOD",
    "requires improvement,REQUIRES_IMPROVEMENT",
    "INADEQUATE,INADEQUATE",
    "Not rated,NOT_RATED"
  })
  void everyWordOfTheCqcIsKept(String word, CqcRating rating) {
    apply(
        providers(
            DAY,
            new ProviderEntry(
                "P001",
                "Care",
                "OC123456",
                null,
                word,
                null,
                null,
                null,
                ProviderForm.ORGANISATION)));
    assertThat(find("P001").cqcRating()).isEqualTo(rating);
  }

  @Test
  void textsThatNobodyCouldReadOrKeepAreRefusedWithTheirPlace() {
    DirectoryEntries entries =
        new DirectoryEntries(
            DAY,
            List.of(
                provider("P".repeat(61), "1-101"),
                provider("P\u0000", "1-\u0000"),
                new ProviderEntry(
                    "P003",
                    "N".repeat(20_000),
                    "\u0000",
                    null,
                    null,
                    null,
                    null,
                    null,
                    ProviderForm.ORGANISATION)),
            List.of(new ConsortiumMemberEntry("C\u0000", "P003")),
            List.of(location(" L1", "P\ud800", "LAN", 3)));
    Refused refused = catchThrowableOfType(Refused.class, () -> apply(entries));
    assertThat(refused.problems())
        .extracting(Problem::code, Problem::path)
        .containsExactlyInAnyOrder(
            tuple("BAD_TEXT", "providers[0].reference"),
            tuple("BAD_TEXT", "providers[1].reference"),
            tuple("BAD_TEXT", "providers[1].name"),
            tuple("BAD_TEXT", "providers[1].cqcProviderId"),
            tuple("BAD_TEXT", "providers[2].name"),
            tuple("BAD_COMPANIES_HOUSE_NUMBER", "providers[2].companiesHouseNumber"),
            tuple("UNKNOWN_PROVIDER", "consortiumMembers[0].consortium"),
            tuple("BAD_TEXT", "locations[0].reference"),
            tuple("UNKNOWN_PROVIDER", "locations[0].provider"));
    assertThat(refused.problems())
        .extracting(Problem::value)
        .allSatisfy(
            value -> assertThat(value).hasSizeLessThanOrEqualTo(60).doesNotContain("\u0000"));
  }

  @Test
  void theSameImportAgainChangesNothing() {
    DirectoryEntries entries =
        new DirectoryEntries(
            DAY,
            List.of(P1, consortium("C001")),
            List.of(new ConsortiumMemberEntry("C001", "P001")),
            List.of(location("L1", "P001", "LAN", 3)));
    apply(entries);
    int audited = audited().size();
    assertThat(apply(entries))
        .isEqualTo(
            new ImportOutcome(new Counts(0, 0, 2), new Counts(0, 0, 1), new Counts(0, 0, 1)));
    assertThat(audited()).hasSize(audited);
  }

  @Test
  void aDryRunCountsAndKeepsNothing() {
    DirectoryEntries entries = providers(DAY, P1, P2);
    ImportOutcome tried =
        council.write(officer, () -> directory.importEntries(officer, entries, ImportMode.DRY_RUN));
    assertThat(tried.providers()).isEqualTo(new Counts(2, 0, 0));
    assertThat(read(() -> directory.listProviders(officer))).isEmpty();
    assertThat(audited()).isEmpty();
  }

  @Test
  void aProviderKeepsItsIdWhenTheCqcRegistersItAnew() {
    apply(providers(DAY, P1));
    UUID id = find("P001").id().value();
    apply(providers(LATER, provider("P001", "1-999")));
    assertThat(find("P001").id().value()).isEqualTo(id);
    assertThat(find("P001").cqcProviderId()).isEqualTo("1-999");
    assertThat(registrations(id))
        .containsExactly("1-101 2015-06-01 2016-06-01", "1-999 2016-06-01 null");
  }

  @Test
  void aRegistrationMayPassFromOneProviderToAnother() {
    apply(providers(DAY, P1, P2));
    apply(providers(LATER, provider("P001", "1-102"), provider("P002", "1-103")));
    assertThat(find("P001").cqcProviderId()).isEqualTo("1-102");
    assertThat(registrations(find("P002").id().value()))
        .containsExactly("1-102 2015-06-01 2016-06-01", "1-103 2016-06-01 null");
  }

  @Test
  void aChangedLocationBeginsANewPeriod() {
    apply(withLocations(DAY, location("L1", "P001", "LAN", 3)));
    ImportOutcome outcome = apply(withLocations(LATER, location("L1", "P002", "LAN", 4)));
    assertThat(outcome.locations()).isEqualTo(new Counts(0, 1, 0));
    assertThat(locations(LATER.minusDays(1)))
        .extracting(Location::provider, Location::people, Location::until)
        .containsExactly(tuple("P001", 3, LATER));
    assertThat(locations(LATER))
        .extracting(Location::provider, Location::people, Location::from)
        .containsExactly(tuple("P002", 4, LATER));
  }

  @Test
  void whatIsSaidAnewOfTheSameDayCorrectsThePeriod() {
    apply(withLocations(DAY, location("L1", "P001", "LAN", 3)));
    LocationId id = locations(DAY).getFirst().id();
    apply(withLocations(DAY, location("L1", "P001", "WYR", 3)));
    assertThat(locations(DAY)).extracting(Location::id).containsExactly(id);
    assertThat(locations(DAY)).extracting(Location::zone).containsExactly("WYR");
    assertThat(audited()).contains("LocationCorrected");
  }

  @Test
  void everyProblemIsNamedAndNothingIsKept() {
    apply(providers(DAY, P1));
    DirectoryEntries broken =
        new DirectoryEntries(
            DAY,
            List.of(
                provider("P003", "1-101"),
                provider("P003", "1-301"),
                new ProviderEntry(
                    "P004",
                    " ",
                    "12345",
                    "1-104",
                    "Fine",
                    null,
                    null,
                    null,
                    ProviderForm.ORGANISATION),
                new ProviderEntry(
                    "", "Nameless", null, null, null, DAY, null, null, ProviderForm.CONSORTIUM)),
            List.of(
                new ConsortiumMemberEntry("P001", "P003"),
                new ConsortiumMemberEntry("C404", "P003")),
            List.of(
                location("L1", "P404", "LAN", 1),
                location("L1", "P001", "XYZ", -1),
                new LocationEntry("L2", "P001", "LAN", null, null, new BigDecimal("1.005"))));
    assertThat(problemsOf(broken))
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactlyInAnyOrder(
            "DUPLICATE providers[1].reference",
            "BLANK_NAME providers[2].name",
            "BAD_COMPANIES_HOUSE_NUMBER providers[2].companiesHouseNumber",
            "UNKNOWN_CQC_RATING providers[2].cqcRating",
            "BLANK_REFERENCE providers[3].reference",
            "RATING_DATE_WITHOUT_RATING providers[3].cqcRatingDate",
            "DUPLICATE_CQC_PROVIDER_ID providers[0].cqcProviderId",
            "WRONG_FORM consortiumMembers[0].consortium",
            "UNKNOWN_PROVIDER consortiumMembers[1].consortium",
            "UNKNOWN_PROVIDER locations[0].provider",
            "DUPLICATE locations[1].reference",
            "UNKNOWN_ZONE locations[1].zone",
            "NEGATIVE locations[1].people",
            "BAD_WEEKLY_HOURS locations[2].weeklyHours");
    assertThat(read(() -> directory.listProviders(officer))).hasSize(1);
  }

  @Test
  void anImportCannotSpeakOfATimeBeforeWhatIsKnown() {
    apply(withLocations(LATER, location("L1", "P001", "LAN", 3)));
    DirectoryEntries earlier =
        new DirectoryEntries(
            DAY,
            List.of(provider("P001", "1-999")),
            List.of(),
            List.of(location("L1", "P001", "LAN", 4)));
    assertThat(problemsOf(earlier))
        .extracting(problem -> problem.code() + " " + problem.path())
        .containsExactly(
            "EARLIER_THAN_KNOWN providers[0].cqcProviderId", "EARLIER_THAN_KNOWN locations[0]");
  }

  @Test
  void aZoneThatALaterSchemeDropsIsRetiredAndKept() {
    apply(withLocations(DAY, location("L1", "P001", "WYR", 3)));
    council.publish(tenant, LATER, geography("LAN", "FYL"));
    assertThat(read(() -> directory.listZones(officer)))
        .extracting(zone -> zone.code() + " " + zone.isInForce(LATER))
        .containsExactly("FYL true", "LAN true", "WYR false");
    assertThat(problemsOf(withLocations(LATER, location("L2", "P001", "WYR", 3))))
        .extracting(Problem::code)
        .containsExactly("UNKNOWN_ZONE");
    assertThat(locations(LATER)).extracting(Location::zone).containsExactly("WYR");
    council.publish(tenant, LATER.plusYears(1), geography("LAN", "WYR"));
    assertThat(read(() -> directory.listZones(officer)))
        .extracting(zone -> zone.code() + " " + zone.isInForce(LATER.plusYears(2)))
        .containsExactly("FYL false", "LAN true", "WYR true");
  }

  @Test
  void aProviderUserSeesItselfAndTheZonesOnly() {
    apply(withLocations(DAY, location("L1", "P001", "LAN", 3), location("L2", "P002", "LAN", 3)));
    var user = providerUserOf(tenant, find("P002").id().value());
    assertThat(council.read(user, () -> directory.listProviders(user)))
        .extracting(Provider::reference)
        .containsExactly("P002");
    assertThat(council.read(user, () -> directory.locationsAsOf(user, DAY)))
        .extracting(Location::reference)
        .containsExactly("L2");
    assertThat(council.read(user, () -> directory.listZones(user))).hasSize(2);
  }

  @Test
  void anotherCouncilSeesNothing() {
    apply(withLocations(DAY, location("L1", "P001", "LAN", 3)));
    var south = officerOf(council.createTenant());
    assertThat(council.read(south, () -> directory.listProviders(south))).isEmpty();
    assertThat(council.read(south, () -> directory.locationsAsOf(south, DAY))).isEmpty();
    assertThat(council.read(south, () -> directory.listZones(south))).isEmpty();
  }

  @Test
  void peopleAreReferencesAndKeepTheirIds() {
    Map<String, UUID> first =
        council.write(officer, () -> directory.registerPeople(officer, Set.of("X-1", "X-2")));
    Map<String, UUID> second =
        council.write(officer, () -> directory.registerPeople(officer, Set.of("X-2", "X-3")));
    assertThat(first).containsOnlyKeys("X-1", "X-2");
    assertThat(second).containsOnlyKeys("X-2", "X-3").containsEntry("X-2", first.get("X-2"));
  }

  @Test
  void aLargeImportIsAFewStatements() {
    List<LocationEntry> many =
        IntStream.range(0, 3_000).mapToObj(i -> location("L" + i, "P001", "LAN", i)).toList();
    ImportOutcome outcome = apply(new DirectoryEntries(DAY, List.of(P1), List.of(), many));
    assertThat(outcome.locations()).isEqualTo(new Counts(3_000, 0, 0));
    assertThat(locations(DAY)).hasSize(3_000);
    assertThat(audited()).hasSize(3_001);
  }

  @Test
  void everyPeriodThatSharesADayWithTheSpanIsRead() {
    LocalDate later = DAY.plusDays(30);
    apply(
        new DirectoryEntries(
            DAY, List.of(P1), List.of(), List.of(location("L1", "P001", "LAN", 2))));
    apply(
        new DirectoryEntries(
            later, List.of(), List.of(), List.of(location("L1", "P001", "LAN", 3))));
    assertThat(between(DAY.minusDays(9), DAY.minusDays(1))).isEmpty();
    assertThat(between(DAY, later.minusDays(1))).extracting(Location::people).containsExactly(2);
    assertThat(between(DAY, later)).extracting(Location::people).containsExactly(2, 3);
    assertThat(between(later, later)).extracting(Location::people).containsExactly(3);
  }

  private List<Location> between(LocalDate from, LocalDate until) {
    return read(() -> directory.locationsBetween(officer, from, until));
  }

  private ImportOutcome apply(DirectoryEntries entries) {
    return council.write(
        officer, () -> directory.importEntries(officer, entries, ImportMode.APPLY));
  }

  private List<Problem> problemsOf(DirectoryEntries entries) {
    return catchThrowableOfType(Refused.class, () -> apply(entries)).problems();
  }

  private <T> T read(Supplier<T> work) {
    return council.read(officer, work);
  }

  private Provider find(String reference) {
    Map<String, Provider> found =
        read(() -> directory.findProvidersByReference(officer, Set.of(reference)));
    return Objects.requireNonNull(found.get(reference));
  }

  private List<Location> locations(LocalDate date) {
    return read(() -> directory.locationsAsOf(officer, date));
  }

  /** Of what the tests import; the geography was there before. */
  private List<String> audited() {
    return actions(AUDIT.SUBJECT_TYPE.notIn("Area", "Zone"));
  }

  private List<String> actions(Condition condition) {
    return read(() ->
        council
            .db()
            .select(AUDIT.ACTION)
            .from(AUDIT)
            .where(condition)
            .orderBy(AUDIT.SEQ)
            .fetch(AUDIT.ACTION));
  }

  @Test
  void theAuditTellsEachZoneThatANewSchemeChanges() {
    council.publish(tenant, LATER, geography("LAN", "FYL"));
    assertThat(actions(AUDIT.SUBJECT_TYPE.eq("Zone")))
        .containsExactly("ZoneAdded", "ZoneAdded", "ZoneAdded", "ZoneChanged");
    council.publish(tenant, LATER.plusYears(1), geography("LAN", "FYL"));
    assertThat(actions(AUDIT.SUBJECT_TYPE.eq("Zone"))).hasSize(4);
  }

  private List<String> registrations(UUID provider) {
    var r = PROVIDER_CQC_REGISTRATION;
    return read(() ->
        council
            .db()
            .selectFrom(r)
            .where(r.PROVIDER_ID.eq(provider))
            .orderBy(r.VALID_FROM)
            .fetch(row ->
                row.getCqcProviderId() + " " + row.getValidFrom() + " " + row.getValidUntil()));
  }

  private static DirectoryEntries providers(LocalDate from, ProviderEntry... entries) {
    return new DirectoryEntries(from, List.of(entries), List.of(), List.of());
  }

  private static DirectoryEntries withLocations(LocalDate from, LocationEntry... entries) {
    return new DirectoryEntries(
        from, new ArrayList<>(List.of(P1, P2)), List.of(), List.of(entries));
  }

  private static ProviderEntry provider(String reference, @Nullable String cqcId) {
    return new ProviderEntry(
        reference,
        reference + " Care",
        "09063567",
        cqcId,
        "Requires improvement",
        LocalDate.of(2015, 1, 1),
        true,
        null,
        ProviderForm.ORGANISATION);
  }

  private static ProviderEntry consortium(String reference) {
    return new ProviderEntry(
        reference,
        reference + " together",
        null,
        null,
        null,
        null,
        null,
        null,
        ProviderForm.CONSORTIUM);
  }

  private static LocationEntry location(
      String reference, String provider, String zone, int people) {
    return new LocationEntry(reference, provider, zone, null, people, new BigDecimal("126.5"));
  }

  private static GeographySection geography(String... zones) {
    Map<String, GeographySection.Zone> byCode = new LinkedHashMap<>();
    for (String zone : zones) {
      byCode.put(zone, new GeographySection.Zone(zone));
    }
    return new GeographySection(Map.of("North", new Area("North", byCode)));
  }
}
