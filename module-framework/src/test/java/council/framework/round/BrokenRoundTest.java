package council.framework.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import council.framework.scheme.CapPolicy;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lancashire's round with something broken in it. */
class BrokenRoundTest {
  private final Map<String, String> texts = Lancashire.texts();

  private List<Problem> problems() {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                RoundCalculator.calculate(Lancashire.scheme(CapPolicy.HIGHEST_SCORE_FIRST), texts));
    return Objects.requireNonNull(refused).problems();
  }

  private BrokenRoundTest replace(String file, String from, String to) {
    String text = Objects.requireNonNull(texts.get(file));
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    texts.put(file, text.substring(0, at) + to + text.substring(at + from.length()));
    return this;
  }

  @Test
  void scoresAreToldAlsoWhereTheZonesCannotBeRead() {
    replace("applied_zones.csv", "provider,zone", "provider,zona");
    replace("scores.csv", "P001,QUALITY,,6", "P001,QUALITY,,8");
    replace("scores.csv", "P001,REMODEL,", "P001,REMODELLING,");

    assertThat(problems())
        .extracting(Problem::code)
        .contains("MISSING_COLUMN", "SCORE_ABOVE_MAXIMUM", "UNKNOWN_CRITERION")
        .doesNotContain("ZONE_NOT_APPLIED_FOR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scores.csv | P001,QUALITY,,6 | P001,QUALITY,,8 | SCORE_ABOVE_MAXIMUM | scores.csv:2:score
          scores.csv | P001,QUALITY,,6 | P001,QUALITY,,-1 | NEGATIVE_SCORE | scores.csv:2:score
          scores.csv | P001,QUALITY,,6 | P001,QUALITY,,six | NOT_A_NUMBER | scores.csv:2:score
          scores.csv | P001,QUALITY,,6 | P001,QUALITY,BUR,6 | ZONE_NOT_EXPECTED | scores.csv:2:zone
          scores.csv | P001,QUALITY,,6 | P001,QUALTY,,6 | UNKNOWN_CRITERION | scores.csv:2:criterion
          scores.csv | P001,QUALITY,,6 | P999,QUALITY,,6 | UNKNOWN_APPLICANT | scores.csv:2:provider
          scores.csv | P001,REMODEL,,4 | P001,QUALITY,,6 | DUPLICATE_ROW | scores.csv:3:criterion
          scores.csv | P001,LOCAL,BUR | P001,LOCAL,LAN | ZONE_NOT_APPLIED_FOR | scores.csv:6:zone
          scores.csv | criterion,zone,score | criterion,zone,scores | MISSING_COLUMN | scores.csv:1:score
          scores.csv | criterion,zone,score | criterion,score,score | DUPLICATE_COLUMN | scores.csv:1:score
          scores.csv | P001,QUALITY,,6 | P001,QUALITY,6 | WRONG_NUMBER_OF_FIELDS | scores.csv:2
          scores.csv | P058,LOCAL,SRI,5 | "P058,LOCAL,SRI,5 | BAD_QUOTES | scores.csv:536
          applied_zones.csv | P001,PRE | P001,PRX | UNKNOWN_ZONE | applied_zones.csv:3:zone
          applied_zones.csv | P001,PRE | P001,BUR | DUPLICATE_ROW | applied_zones.csv:3:zone
          applications.csv | 2015-02-23T08:55:00Z | 23 February 2015 | NOT_A_DATE | applications.csv:2:submitted_at
          applications.csv | 2015-02-23T08:55:00Z | 2015-02-23T08:55:00 | NOT_A_DATE | applications.csv:2:submitted_at
          applications.csv | East;North;Central | East;North;Centrl | UNKNOWN_AREA | applications.csv:2:area_preference
          applications.csv | P002, | P001, | DUPLICATE_ROW | applications.csv:3:provider
          providers.csv | Good,Y,Y | Good,Y,Maybe | NOT_YES_OR_NO | providers.csv:2:existing
          providers.csv | P002, | P001, | DUPLICATE_ROW | providers.csv:3:reference
          locations.csv | L0002, | L0001, | DUPLICATE_ROW | locations.csv:3:location
          locations.csv | P013,PEN | P013,PAN | UNKNOWN_ZONE | locations.csv:2:zone
          locations.csv | PEN,2,126 | PEN,-2,126 | NEGATIVE_NUMBER | locations.csv:2:people
          zones.csv | North,WYR,Wyre | North,LAN,Wyre | DUPLICATE_ROW | zones.csv:3:zone
          criteria.csv | safeguarding,30,7 | safeguarding,31,7 | WEIGHTS_NOT_100 | criteria.csv
          criteria.csv | safeguarding,30,7,3 | safeguarding,30,7,9 | PASS_MARK_ABOVE_MAXIMUM | criteria.csv[0].passMark
          criteria.csv | 3,FRAMEWORK | 3,COUNTY | UNKNOWN_SCOPE | criteria.csv:2:scope
          parameters.json | "area_cap": 2 | "area_cap": 0 | OUT_OF_RANGE | parameters.json:area_cap
          parameters.json | "area_cap" | "area_cup" | UNKNOWN_KEY | parameters.json:area_cup
          parameters.json | "PRE": 5 | "PRX": 5 | UNKNOWN_ZONE | parameters.json:tier1_places[0].placesByZone.PRX
          parameters.json | criterion:QUALITY | criterion:QUALTY | UNKNOWN_CRITERION | parameters.json:tie_breakers[0]
          parameters.json | "quality_threshold": 55 | "quality_threshold": 155 | OUT_OF_RANGE | parameters.json:quality_threshold
          parameters.json | 2015-06-01 | 1 June 2015 | NOT_A_DATE | parameters.json:framework_start
          parameters.json | } | ] | NOT_JSON | parameters.json:7
          """)
  void isRefusedWithThePlaceOfTheFault(
      String file, String from, String to, String code, String path) {
    replace(file, from, to);

    assertThat(problems())
        .anySatisfy(problem -> {
          assertThat(problem.code()).isEqualTo(code);
          assertThat(problem.path()).isEqualTo(path);
        });
  }

  @Test
  void allFaultsOfAllFilesAreToldAtOnceAndOnlyThose() {
    replace("scores.csv", "P001,QUALITY,,6", "P001,QUALITY,,9");
    replace("applied_zones.csv", "P001,PRE\n", "P001,PRX\n");
    replace("locations.csv", "L0001,P013", "L0001,P113");

    assertThat(problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "applied_zones.csv:3:zone",
            "scores.csv:2:score",
            scoreRowOf("P001,LOCAL,PRE"),
            "locations.csv:2:provider");
  }

  private String scoreRowOf(String row) {
    List<String> lines = Objects.requireNonNull(texts.get("scores.csv")).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(row)) {
        return "scores.csv:" + (i + 1) + ":zone";
      }
    }
    throw new AssertionError(row);
  }

  @Test
  void aMissingScoreIsNeverGuessed() {
    replace("scores.csv", "P001,QUALITY,,6\n", "");

    assertThat(problems())
        .extracting(Problem::message)
        .containsExactly("Expected a score of P001 for QUALITY, but there is none.");
  }

  @Test
  void aNearNameIsOffered() {
    replace("applied_zones.csv", "P001,PRE\n", "P001,PRR\n");

    assertThat(problems())
        .anySatisfy(p -> assertThat(p.message()).contains("did you mean \"PRE\"?"));
  }

  @Test
  void emptyAndMissingFilesAreNamed() {
    texts.put("scores.csv", "");
    texts.remove("applications.csv");

    assertThat(problems())
        .extracting(Problem::code, Problem::path)
        .containsExactlyInAnyOrder(
            tuple("EMPTY_FILE", "scores.csv"), tuple("MISSING_FILE", "applications.csv"));
  }

  @Test
  void aFileOf50MegabytesIsNotEvenRead(@TempDir Path folder) throws IOException {
    copyTo(folder);
    Files.write(folder.resolve("scores.csv"), new byte[50 * 1024 * 1024]);

    assertThat(problemsOf(folder))
        .extracting(Problem::code, Problem::path)
        .containsExactly(tuple("FILE_TOO_LARGE", "scores.csv"));
  }

  @Test
  void bytesThatAreNotUtf8AreRefused(@TempDir Path folder) throws IOException {
    copyTo(folder);
    String providers = Objects.requireNonNull(texts.get("providers.csv"));
    Files.write(
        folder.resolve("providers.csv"),
        providers.replace("Hartwell", "H\u00e4rtwell").getBytes(StandardCharsets.ISO_8859_1));

    assertThat(problemsOf(folder)).extracting(Problem::code).containsExactly("NOT_UTF_8");
  }

  @Test
  void aByteOrderMarkAndCarriageReturnsAreNoFault(@TempDir Path folder) throws IOException {
    texts.replaceAll((name, text) -> "\uFEFF" + text.replace("\n", "\r\n"));
    copyTo(folder);

    Calculation calculation =
        RoundCalculator.calculate(Lancashire.scheme(CapPolicy.HIGHEST_SCORE_FIRST), folder);

    assertThat(calculation.csv())
        .isEqualTo(Lancashire.calculate(CapPolicy.HIGHEST_SCORE_FIRST).csv());
  }

  @Test
  void afterAThousandFaultsTheRestIsCounted() {
    texts.put("scores.csv", "provider,criterion,zone,score\n" + "x,y,z,0\n".repeat(1500));

    List<Problem> told = problems();

    assertThat(told).hasSize(FileProblems.TOLD_AT_MOST + 1);
    assertThat(told.getLast().code()).isEqualTo("MORE_PROBLEMS");
  }

  private List<Problem> problemsOf(Path folder) {
    Refused refused =
        catchThrowableOfType(
            Refused.class,
            () ->
                RoundCalculator.calculate(
                    Lancashire.scheme(CapPolicy.HIGHEST_SCORE_FIRST), folder));
    return Objects.requireNonNull(refused).problems();
  }

  private void copyTo(Path folder) throws IOException {
    for (Map.Entry<String, String> file : texts.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
