package council.app.cli;

import council.app.client.ProblemLine;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.framework.round.Calculation;
import council.framework.round.RoundCalculator;
import council.framework.round.SettingPath;
import council.framework.scheme.FrameworkSection;
import council.platform.problem.Refused;
import council.platform.scheme.GeographySection;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The calculator: a round from a folder, without server and database. */
@Command(
    name = "evaluate",
    description = "Evaluates a round from a folder, without server or database.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "DIR is laid out as for 'import'. Where it also holds zones.csv, criteria.csv or"
          + " parameters.json,",
      "these stand in for what the scheme says; what --set says stands above both.",
      "",
      "Example: ./council evaluate --scheme app/src/main/resources/councils/lancashire/scheme.yaml"
          + " \\",
      "  --round app/src/main/resources/councils/lancashire/rounds/supported-living-2015 \\",
      "  --set framework.capPolicy=MAX_TOTAL_SCORE --format csv"
    })
final class EvaluateCommand implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--scheme",
      required = true,
      paramLabel = "FILE",
      description = "The scheme, YAML or JSON.")
  Path schemeFile;

  @Option(
      names = "--round",
      required = true,
      paramLabel = "DIR",
      description = "Folder with the round's files.")
  Path folder;

  @Option(
      names = "--vehicle",
      paramLabel = "CODE",
      description =
          "Provider framework of the scheme. Default: its only one, or the only one that is no"
              + " open list.")
  @Nullable String vehicle;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = {
        "Sets a value of the scheme, such as framework.areaCap=3; can be repeated.",
        "framework.X means framework.vehicles.CODE.X of the chosen framework."
      })
  Map<String, String> settings = new LinkedHashMap<>();

  @Option(
      names = "--format",
      defaultValue = "csv",
      paramLabel = "FORMAT",
      description = "csv, json or text. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--provider",
      paramLabel = "REFERENCE",
      description = "With --format text: explains what this provider got.")
  @Nullable String provider;

  /** How the outcome is printed. */
  enum Format {
    CSV,
    JSON,
    TEXT
  }

  @Override
  public void run() {
    if (provider != null && format != Format.TEXT) {
      throw new ParameterException(spec.commandLine(), "--provider goes with --format text.");
    }
    try {
      print(calculate());
    } catch (Refused refused) {
      throw new Failure(refused.problems().stream().map(ProblemLine::of).toList());
    }
  }

  private Calculation calculate() {
    SchemeReader reader = SchemeReader.ofInstalledModules();
    SchemeDocument plain = SchemeFile.read(reader, schemeFile).getScheme();
    Map<String, String> full = fullPaths(framework(plain));
    SchemeReading reading = SchemeFile.read(reader.withOverrides(full), schemeFile);
    SchemeDocument scheme = reading.getScheme();
    return RoundCalculator.calculate(
        new RoundCalculator.Scheme(
            framework(scheme),
            scheme.findSection(GeographySection.class).orElse(null),
            vehicle,
            full.keySet()),
        folder);
  }

  private Map<String, String> fullPaths(FrameworkSection section) {
    Map<String, String> full = new LinkedHashMap<>();
    settings.forEach((path, value) -> full.put(SettingPath.full(path, vehicle, section), value));
    return full;
  }

  private FrameworkSection framework(SchemeDocument scheme) {
    return scheme
        .findSection(FrameworkSection.class)
        .orElseThrow(() ->
            new Failure(
                "%s has no section '%s', so there is nothing to evaluate."
                    .formatted(schemeFile, FrameworkSection.NAME)));
  }

  private void print(Calculation calculation) {
    PrintWriter out = spec.commandLine().getOut();
    String text =
        switch (format) {
          case CSV -> calculation.csv();
          case JSON -> calculation.json();
          case TEXT -> provider == null ? calculation.text() : calculation.text(provider);
        };
    out.print(text);
    if (!text.endsWith("\n")) {
      out.println();
    }
  }
}
