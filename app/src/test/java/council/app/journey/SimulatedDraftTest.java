package council.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.app.cli.CouncilCommandLine;
import council.app.client.SchemeDrafts;
import council.platform.identity.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A draft is tried from the command line before anybody is held to it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SimulatedDraftTest {
  private static final String COUNCIL = "lancashire";
  private static final String PERIODS = "calendar:\n  periods:\n";
  private static final String RETURNS =
      "    RETURNS: {title: Quarterly returns, interval: QUARTER}\n";

  private DemoServer demo;

  @BeforeAll
  void aDraftWithQuarterlyReturns() {
    demo = DemoServer.copy(database -> {}, database -> database.url());
    String scheme =
        MutationExamples.lancashire()
            .scheme()
            .replaceFirst("(?m)^effectiveFrom: [0-9-]+", "effectiveFrom: 2027-04-01")
            .replace(PERIODS, PERIODS + RETURNS);
    new SchemeDrafts(demo.as(COUNCIL, Role.TENANT_ADMIN)).create("with-returns", scheme, null);
  }

  @AfterAll
  void stop() {
    demo.close();
  }

  @Test
  void printsEveryDifferenceForPeople() {
    assertThat(simulate("with-returns", "text"))
        .contains(
            "Quarterly returns, year from 2020 (platform.calendar): Due day of 2020/21-Q1 in"
                + " RETURNS appears: due 2020-07-15, due 2020-07-15")
        .contains("Draft with-returns (hash ", "compared with version 1, 2020-04-01 to 2021-03-31")
        .containsPattern("obligations: [1-9][0-9]* appear");
  }

  @Test
  void printsTheSameAsATable() {
    List<String> lines = simulate("with-returns", "csv").lines().toList();
    assertThat(lines).anyMatch(line -> line.startsWith("line,decision,caseKey,caseTitle,change"));
    assertThat(lines)
        .anyMatch(line -> line.contains(",RETURNS/2020,") && line.contains("2020-07-"));
    assertThat(simulate("with-returns", "json")).contains("\"caseKey\":\"RETURNS/2020\"");
  }

  @Test
  void endsWithAFailureWhereThereIsNoSuchDraft() {
    assertThatThrownBy(() -> simulate("without-returns", "text"))
        .hasMessageContaining("status 1")
        .hasMessageContaining("no draft 'without-returns'");
  }

  private String simulate(String draft, String format) {
    List<String> arguments =
        new ArrayList<>(
            Arrays.asList("scheme", "simulate", "--council", COUNCIL, draft, "--format", format));
    arguments.addAll(List.of("--from", "2020-04-01", "--to", "2021-03-31", "--url", demo.url()));
    arguments.addAll(List.of("--token", demo.tokens().token(COUNCIL, Role.COMMISSIONER, null)));
    return CouncilCommandLine.print(arguments.toArray(String[]::new));
  }
}
