package council.app.cli;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What two schemes differ in. */
@Command(
    name = "compare",
    description = "Prints what two schemes differ in, value by value, without server or database.",
    mixinStandardHelpOptions = true)
final class SchemeCompareCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "A scheme, YAML or JSON.")
  Path before;

  @Parameters(index = "1", paramLabel = "AFTER", description = "The other one.")
  Path after;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  SchemeChanges.Format format;

  @Override
  public void run() {
    SchemeReader reader = SchemeReader.ofInstalledModules();
    SchemeDocument old = SchemeFile.readGood(reader, before).getScheme();
    SchemeDocument young = SchemeFile.readGood(reader, after).getScheme();
    SchemeChanges.print(reader.compare(old, young), format, spec.commandLine().getOut());
  }
}
