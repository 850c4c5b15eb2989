package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Path ROOT = Path.of(System.getProperty("council.root")).toAbsolutePath();
  private static final String HEADER = "rule,status,where,test,remark\n";

  @Test
  void everyRuleHasOneRowWhoseReferencesAreReal() throws IOException {
    var rules = Files.readAllLines(ROOT.resolve("app/src/test/resources/coverage/rule-ids.txt"));
    assertThat(rules).hasSize(209 + 148 + 63).doesNotHaveDuplicates();

    var sheet = new CoverageSheet(ROOT, Files.readString(ROOT.resolve("docs/coverage.csv")));

    assertThat(sheet.problems(rules)).isEmpty();
  }

  @Test
  void refusesAMissingADoubleAndAnUnknownRule() {
    assertThat(problems("A-1,OPEN,,,later\nA-1,OPEN,,,later\nX-9,OPEN,,,later\n"))
        .containsExactlyInAnyOrder(
            "Rule A-1 has more than one row",
            "Rule A-2 has no row",
            "Rule X-9 is not a known rule");
  }

  @Test
  void refusesAnUnknownStatusAndAnOpenRuleWithoutARemark() {
    assertThat(problems("A-1,DONE,,,x\nA-2,OPEN,,,\n"))
        .containsExactlyInAnyOrder(
            "Rule A-1 has the unknown status DONE", "Rule A-2 says nothing about why");
  }

  @Test
  void refusesABuiltRuleWithoutPlaceOrTest() {
    assertThat(problems("A-1,CONFIGURED,,,\nA-2,RECORDED,,,\n"))
        .containsExactlyInAnyOrder(
            "Rule A-1 does not say where it is built",
            "Rule A-1 has no test",
            "Rule A-2 does not say where it is recorded");
  }

  @Test
  void refusesPlacesAndTestsThatDoNotExist() {
    var scheme = "app/src/main/resources/councils/lancashire/scheme.yaml";
    assertThat(
            problems(
                """
                A-1,CONFIGURED,%s#framework.noSuchKey;no/such/file,CoverageTest#noSuchMethod,
                A-2,WORKFLOW,../outside,NoSuchTest#method;CoverageTest#problems,
                """
                    .formatted(scheme)))
        .containsExactlyInAnyOrder(
            "Rule A-1 points at %s#framework.noSuchKey, which does not exist".formatted(scheme),
            "Rule A-1 points at no/such/file, which does not exist",
            "Rule A-1 names the test CoverageTest#noSuchMethod, which does not exist",
            "Rule A-2 points at ../outside, which does not exist",
            "Rule A-2 names the test NoSuchTest#method, which does not exist",
            "Rule A-2 names the test CoverageTest#problems, which does not exist");
  }

  @Test
  void acceptsARowWhosePlaceKeyAndTestAreReal() {
    var row =
        "app/src/main/resources/councils/lancashire/scheme.yaml#geography.areas,"
            + "CoverageTest#acceptsARowWhosePlaceKeyAndTestAreReal,";
    assertThat(problems("A-1,CONFIGURED," + row + "\nA-2,NOT_SOFTWARE,,,a policy aim\n")).isEmpty();
  }

  private static List<String> problems(String rows) {
    return new CoverageSheet(ROOT, HEADER + rows).problems(List.of("A-1", "A-2"));
  }
}
