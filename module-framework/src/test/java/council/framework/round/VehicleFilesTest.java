package council.framework.round;

import static council.framework.scheme.AVehicle.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.framework.domain.RoundFacts.ZoneFact;
import council.framework.scheme.AVehicle;
import council.framework.scheme.Admission;
import council.framework.scheme.Admission.Window;
import council.framework.scheme.FrameworkSection;
import council.framework.scheme.Lots;
import council.framework.scheme.MarketModel;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of rounds of frameworks that are cut, made and filled otherwise. */
class VehicleFilesTest {
  private static final String PROVIDERS =
      "reference,name,companies_house_number,cqc_provider_id,cqc_rating,not_for_profit,existing,";
  private static final String APPLIED = "provider,submitted_at,area_preference\n";

  private final Map<String, String> files = new LinkedHashMap<>();

  VehicleFilesTest() {
    providers("members", "A,", "M,", "N,");
    files.put(RoundFolder.APPLICATIONS, APPLIED + "A,2015-02-01T09:00:00Z,\n");
    files.put(RoundFolder.APPLIED_ZONES, "provider,zone\nA,Z1\n");
    files.put(RoundFolder.SCORES, "provider,criterion,zone,score\nA,QUALITY,,9\n");
    files.put(RoundFolder.LOCATIONS, "location,provider,zone,people,weekly_hours\n");
  }

  /** Each row is reference and members. */
  private void providers(String column, String... rows) {
    StringBuilder text = new StringBuilder(PROVIDERS + column + "\n");
    for (String row : rows) {
      String[] cells = row.split(",", 2);
      text.append("%s,Provider %s,,,,,N,%s%n".formatted(cells[0], cells[0], cells[1]));
    }
    files.put(RoundFolder.PROVIDERS, text.toString().replace("\r", ""));
  }

  private Submission read(AVehicle vehicle, Problems problems) {
    return RoundReader.read(
        "V",
        vehicle.build(),
        List.of(new ZoneFact("Z1", "A"), new ZoneFact("Z2", "B")),
        files,
        problems);
  }

  private List<String> problems(AVehicle vehicle) {
    Problems problems = new Problems();
    read(vehicle, problems);
    return problems.list().stream().map(VehicleFilesTest::told).toList();
  }

  private static String told(Problem problem) {
    return problem.code() + " " + problem.path();
  }

  @Test
  void lotsByBothAreAppliedForByTheirCode() {
    AVehicle vehicle = aVehicle().lots(new Lots.ByZoneAndCategory(Map.of("CARE", "Care")));

    assertThat(problems(vehicle)).containsExactly("UNKNOWN_LOT applied_zones.csv:2:zone");
    files.put(RoundFolder.APPLIED_ZONES, "provider,zone\nA,Z1:CARE\n");
    Problems none = new Problems();
    var facts = read(vehicle, none).facts();
    assertThat(none.list()).isEmpty();
    assertThat(facts.zones())
        .containsExactly(new ZoneFact("Z1:CARE", "A"), new ZoneFact("Z2:CARE", "B"));
    assertThat(facts.applications().getFirst().zones()).containsExactly("Z1:CARE");
  }

  @Test
  void ofLotsByCategoryProvidersCanSayWhichTheyPreferAndLocationsStillLieInZones() {
    AVehicle vehicle = aVehicle().lots(new Lots.ByCategory(Map.of("CARE", "C", "NIGHT", "N")));
    files.put(RoundFolder.APPLICATIONS, APPLIED + "A,2015-02-01T09:00:00Z,NIGHT;CARE\n");
    files.put(RoundFolder.APPLIED_ZONES, "provider,zone\nA,NIGHT\n");
    files.put(
        RoundFolder.LOCATIONS,
        "location,provider,zone,people,weekly_hours\nL1,A,Z2,1,10\nL2,A,NIGHT,1,10\n");

    assertThat(problems(vehicle)).containsExactly("UNKNOWN_ZONE locations.csv:3:zone");
  }

  @Test
  void aLeadProviderHasSubContractorsOnlyWhereTheModelAdmitsThem() {
    providers("members", "A,M;N", "M,", "N,");

    assertThat(problems(aVehicle().market(new MarketModel.LeadProvider(true)))).isEmpty();
    assertThat(problems(aVehicle().market(new MarketModel.LeadProvider(false))))
        .containsExactly("NO_SUB_CONTRACTORS providers.csv:2:members");
    assertThat(problems(aVehicle())).containsExactly("NO_CONSORTIA providers.csv:2:members");
    assertThat(problems(aVehicle().admittingConsortia())).isEmpty();
  }

  @Test
  void whoDeliversForTwoLeadProvidersIsNamedByBothAndAMemberOfTwoConsortiaIsNot() {
    providers("members", "A,N", "M,N", "N,");

    assertThat(problems(aVehicle().market(new MarketModel.LeadProvider(true)))).isEmpty();
    assertThat(problems(aVehicle().admittingConsortia()))
        .containsExactly("MEMBER_TWICE providers.csv:3:members");
  }

  @Test
  void anAllianceHasAtLeastItsFewestMembers() {
    AVehicle vehicle = aVehicle().market(new MarketModel.Alliance(2));

    assertThat(problems(vehicle)).containsExactly("TOO_FEW_MEMBERS applications.csv:2:provider");
    providers("consortium_members", "A,M", "M,", "N,");
    assertThat(problems(vehicle))
        .containsExactly("TOO_FEW_MEMBERS providers.csv:2:consortium_members");
    providers("members", "A,M;N", "M,", "N,");
    assertThat(problems(vehicle)).isEmpty();
  }

  @Test
  void aJointUndertakingHasAPartner() {
    AVehicle vehicle = aVehicle().market(new MarketModel.JointUndertaking("mutual", true));

    assertThat(problems(vehicle)).containsExactly("TOO_FEW_MEMBERS applications.csv:2:provider");
    providers("members", "A,M", "M,", "N,");
    assertThat(problems(vehicle)).isEmpty();
  }

  @Test
  void membersStandInOneColumn() {
    providers("members,consortium_members", "A,M,N", "M,,", "N,,");

    assertThat(problems(aVehicle().admittingConsortia()))
        .containsExactly("MEMBERS_TWICE providers.csv:2:members");
  }

  @Test
  void applicationsLieInAWindowByTheClockOfTheCouncil() {
    LocalDate day = LocalDate.of(2015, 6, 1);
    AVehicle vehicle =
        aVehicle().admission(new Admission.Windows(List.of(new Window(day, day.plusDays(29)))));

    files.put(RoundFolder.APPLICATIONS, APPLIED + "A,2015-05-31T22:59:00Z,\n");
    assertThat(problems(vehicle)).containsExactly("OUTSIDE_WINDOW applications.csv:2:submitted_at");
    files.put(RoundFolder.APPLICATIONS, APPLIED + "A,2015-05-31T23:00:00Z,\n");
    assertThat(problems(vehicle)).isEmpty();
  }

  @Test
  void withoutANameTheOneFrameworkIsMeantThatIsNoOpenList() {
    var round = aVehicle().build();
    var list = aVehicle().admission(new Admission.Open()).build();
    var section = new FrameworkSection(Map.of("LIST", list, "ROUND", round));

    assertThat(SettingPath.choose(null, section)).isEqualTo("ROUND");
    assertThat(SettingPath.choose("LIST", section)).isEqualTo("LIST");
    assertThat(SettingPath.full("framework.capPolicy", null, section))
        .isEqualTo("framework.vehicles.ROUND.capPolicy");
    assertThat(SettingPath.full("framework.vehicles.LIST.zoneCap", null, section))
        .isEqualTo("framework.vehicles.LIST.zoneCap");
    assertThatThrownBy(() ->
            SettingPath.choose(null, new FrameworkSection(Map.of("ONE", round, "OTHER", round))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("VEHICLE_NOT_NAMED");
  }
}
