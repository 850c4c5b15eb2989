package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.PlatformModule;
import council.platform.attribute.AttributeType;
import council.platform.attribute.AttributesSection;
import council.platform.attribute.OwnerType;
import council.platform.calendar.CalendarSection;
import council.platform.calendar.DueDay;
import council.platform.calendar.MoveTo;
import council.platform.expression.ValueType;
import council.platform.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sections that the host offers to every council, as documents hold them. */
class HostSectionsTest {
  private static final SchemeReader READER = SchemeReader.of(new PlatformModule().schemeSections());

  private static final String GOOD =
      """
      council: dale
      title: Dale
      effectiveFrom: 2020-04-01
      codes:
        lists:
          LEGAL_FORM:
            title: Legal form
            values:
              CHARITY: {title: Charity}
              COMPANY: {title: Company, from: 2015-01-01, until: 2022-01-01}
      attributes:
        provider:
          LIVING_WAGE: {title: Pays the living wage, type: TRUE_OR_FALSE, required: true}
          FORM: {title: Legal form, type: {kind: CODE, list: LEGAL_FORM}}
          STAFF: {title: Staff, type: {kind: WHOLE_NUMBER, min: 0}}
          SCORE: {title: Score, type: {kind: DECIMAL, scale: 3, min: 0, max: 100}}
          SINCE: {title: Member since, type: {kind: DATE, earliest: 2000-01-01}}
        location:
          LIFT: {title: Lift, type: {kind: TEXT, maxLength: 40}, note: as the fire plan has it}
      calendar:
        closedDays: [2020-12-24]
        periods:
          KPI:
            title: Quarterly returns
            interval: QUARTER
            handSet: {2020/21-Q3: 2021-01-18}
      """;

  @Test
  void bindsThemWithTheirDefaults() {
    SchemeReading reading = READER.read(GOOD);
    assertThat(reading.problems()).isEmpty();
    SchemeDocument scheme = reading.getScheme();
    AttributesSection attributes = scheme.findSection(AttributesSection.class).orElseThrow();
    assertThat(attributes.variables(OwnerType.PROVIDER))
        .isEqualTo(
            Map.of(
                "provider.LIVING_WAGE", ValueType.TRUE_OR_FALSE,
                "provider.FORM", ValueType.TEXT,
                "provider.STAFF", ValueType.WHOLE_NUMBER,
                "provider.SCORE", ValueType.DECIMAL,
                "provider.SINCE", ValueType.DATE));
    assertThat(Objects.requireNonNull(attributes.location().get("LIFT")).type())
        .isEqualTo(new AttributeType.Text(40));
    CalendarSection calendar = scheme.findSection(CalendarSection.class).orElseThrow();
    assertThat(calendar.periods().get("KPI"))
        .satisfies(kpi -> {
          assertThat(kpi.firstMonth()).isEqualTo(4);
          assertThat(kpi.dueDay()).isEqualTo(new DueDay.DayOfNextMonth(15));
          assertThat(kpi.moveTo()).isEqualTo(MoveTo.NEXT_WORKING_DAY);
          assertThat(kpi.handSet()).containsEntry("2020/21-Q3", LocalDate.of(2021, 1, 18));
        });
    assertThat(READER.read(scheme.canonical()).getScheme().contentHash())
        .isEqualTo(scheme.contentHash());
    assertThat(scheme.names("platform.calendar")).containsExactly("KPI");
    assertThat(scheme.names("platform.code-list")).containsExactly("LEGAL_FORM");
  }

  @Test
  void aCodeListThatIsNotThereIsToldWithTheNearestName() {
    Problem problem = only("list: LEGAL_FORM", "list: LEGAL_FROM");
    assertThat(problem.code()).isEqualTo("UNKNOWN_REFERENCE");
    assertThat(problem.path()).isEqualTo("attributes.provider.FORM.type.list");
    assertThat(problem.message()).contains("did you mean \"LEGAL_FORM\"?");
  }

  @Test
  void aDayForAPeriodThatTheCalendarDoesNotHaveIsAProblem() {
    Problem problem = only("2020/21-Q3: 2021", "2020/21-Q5: 2021");
    assertThat(problem.code()).isEqualTo("UNKNOWN_PERIOD");
    assertThat(problem.expected()).isEqualTo("a period such as 2020/21-Q1 to 2020/21-Q4");
    assertThat(only("2020/21-Q3: 2021", "2020/21-H1: 2021").code()).isEqualTo("UNKNOWN_PERIOD");
    assertThat(only("2020/21-Q3: 2021", "2020/22-Q3: 2021").code()).isEqualTo("UNKNOWN_PERIOD");
    assertThat(only("2020/21-Q3: 2021", "soon: 2021").code()).isEqualTo("UNKNOWN_PERIOD");
  }

  @Test
  void whatTypesCannotSayIsTold() {
    assertThat(only("STAFF:", "staff:").code()).isEqualTo("BAD_CODE");
    assertThat(only("KPI:", "kpi:").code()).isEqualTo("BAD_CODE");
    assertThat(only("CHARITY:", "Charity:").code()).isEqualTo("BAD_CODE");
    assertThat(only("title: Staff", "title: ' '").code()).isEqualTo("BLANK_TITLE");
    assertThat(only("until: 2022-01-01", "until: 2015-01-01").code()).isEqualTo("DATES_BACKWARD");
    assertThat(only("max: 100", "max: -1").code()).isEqualTo("BOUNDS_BACKWARD");
    assertThat(only("scale: 3", "scale: 7").code()).isEqualTo("OUT_OF_RANGE");
    assertThat(only("interval: QUARTER", "interval: DECADE").code()).isEqualTo("UNKNOWN_VALUE");
  }

  private static Problem only(String before, String after) {
    List<Problem> problems = READER.read(GOOD.replace(before, after)).problems();
    assertThat(problems).hasSize(1);
    return problems.getFirst();
  }
}
