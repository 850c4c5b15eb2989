package council.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that need no server, as a user types them. */
final class CommandLineTest {
  private static final Path APP = PostgresForTests.sourceRoot().resolve("app/src");
  private static final String SCHEME =
      APP.resolve("main/resources/councils/lancashire/scheme.yaml").toString();
  private static final Path ROUND =
      APP.resolve("main/resources/councils/lancashire/rounds/supported-living-2015");

  @TempDir Path folder;

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = CouncilCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(status, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "frobnicate",
        "token",
        "token --council lancashire --role boss",
        "evaluate --scheme x",
        "evaluate --scheme x --round y --format yaml",
        "evaluate --scheme x --round y --provider P001",
        "export lancashire",
        "export lancashire nonsense",
        "export lancashire places --as-at yesterday",
        "demo --port none",
        "demo --port 70000",
        "query x --variables [",
        "tenant",
        "issuer",
        "issuer register --council lancashire",
        "issuer register --council lancashire --issuer https://id.example --token-type JWS",
        "issuer remove --council lancashire",
        "tenant bind --code lancashire",
        "scheme",
        "job",
        "job list --council x --status sleepy",
        "document",
        "document require",
        "document register --council lancashire",
        "import --council lancashire"
      })
  void wrongCommandLinesEndWithStatusTwo(String line) {
    Ran ran = run(line.isEmpty() ? new String[0] : line.split(" "));

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).containsAnyOf("Usage: council", "Did you mean: council");
  }

  @Test
  void anUnknownDatasetIsToldWhichThereAre() {
    assertThat(run("export", "lancashire", "nonsense").err())
        .contains("allocation", "places", "transition", "audit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "operator",
        "issuer",
        "token",
        "query",
        "tenant",
        "scheme",
        "document",
        "import",
        "evaluate",
        "export",
        "job"
      })
  void helpTellsOfEveryCommand(String command) {
    assertThat(run("help").out()).contains("  " + command);
    Ran help = run("help", command);
    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("Usage: council " + command);
  }

  @Test
  void evaluatesARoundAsCsv() throws IOException {
    Ran ran = run("evaluate", "--scheme", SCHEME, "--round", ROUND.toString());

    assertThat(ran.status()).isZero();
    assertThat(ran.err()).isEmpty();
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.getFirst()).isEqualTo("zone,provider,tier,rank,score");
    assertThat(lines).filteredOn(line -> line.contains(",TIER1,")).hasSize(48);
    assertThat(lines).anyMatch(line -> line.matches(",P[0-9]{3},UNSUCCESSFUL,,"));
  }

  @Test
  void setsWhatTheSchemeSaysOtherwise() {
    Ran ran =
        run(
            "evaluate",
            "--scheme",
            SCHEME,
            "--round",
            ROUND.toString(),
            "--set",
            "framework.areaCap=1",
            "--set",
            "framework.capPolicy=PROVIDER_PREFERENCE",
            "--format",
            "text",
            "--provider",
            "P001");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("within the cap of 1 area");
  }

  @Test
  void namesASettingThatIsNotThere() {
    Ran ran =
        run(
            "evaluate",
            "--scheme",
            SCHEME,
            "--round",
            ROUND.toString(),
            "--set",
            "framework.vehicles.SUPPORTED_LIVING.areaCapp=1");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains("areaCapp", "areaCap");
  }

  @Test
  void explainsJson() {
    Ran ran = run("evaluate", "--scheme", SCHEME, "--round", ROUND.toString(), "--format", "json");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).startsWith("{").contains("\"allocation\"", "\"reasons\"");
  }

  @Test
  void validatesAScheme() throws IOException {
    assertThat(run("scheme", "validate", SCHEME).status()).isZero();

    Path broken = folder.resolve("broken.yaml");
    Files.writeString(
        broken,
        Files.readString(Path.of(SCHEME))
            .replace("weightPercent: 30", "weightPercent: 29")
            .replace("PRE: 5", "PREE: 5"));
    Ran ran = run("scheme", "validate", broken.toString());
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).contains("99", "100", "PREE");
  }

  @Test
  void refusesToSendWhatIsTooLargeOrNotUtf8() throws IOException {
    copyRound();
    Files.write(folder.resolve("scores.csv"), "Fr\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    try (RandomAccessFile large =
        new RandomAccessFile(folder.resolve("providers.csv").toFile(), "rw")) {
      large.setLength(50L * 1024 * 1024);
    }

    Ran ran =
        run(
            "import",
            "--council",
            "lancashire",
            "--round",
            "R",
            "--token",
            "t",
            "--url",
            "http://localhost:1",
            folder.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("scores.csv is not UTF-8", "providers.csv has 52,428,800 bytes")
        .doesNotContain("No answer");
  }

  @Test
  void namesEveryFileThatIsMissing() {
    Ran ran =
        run(
            "import",
            "--council",
            "lancashire",
            "--round",
            "R",
            "--token",
            "t",
            "--url",
            "http://localhost:1",
            folder.toString());

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err())
        .contains("providers.csv", "applications.csv", "applied_zones.csv", "scores.csv");
  }

  @Test
  void saysWhenNobodyAnswers() throws IOException {
    Path query = folder.resolve("q.graphql");
    Files.writeString(query, "{ me { label } }");

    Ran ran = run("query", query.toString(), "--token", "t", "--url", "http://localhost:1");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("No answer from http://localhost:1/graphql");
  }

  private void copyRound() throws IOException {
    try (Stream<Path> files = Files.list(ROUND)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString()));
      }
    }
  }
}
