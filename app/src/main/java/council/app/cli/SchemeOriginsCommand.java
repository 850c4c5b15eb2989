package council.app.cli;

import council.config.document.Origin;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where the values of a scheme come from. */
@Command(
    name = "origins",
    description = {
      "Prints each value of a scheme with where it comes from: the file, a template or a default.",
      "Needs neither server nor database."
    },
    mixinStandardHelpOptions = true)
final class SchemeOriginsCommand implements Runnable {
  @Spec CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The scheme, YAML or JSON.")
  Path file;

  @Override
  public void run() {
    SchemeReading reading = SchemeFile.readGood(SchemeReader.ofInstalledModules(), file);
    for (Origin origin : reading.origins()) {
      spec.commandLine()
          .getOut()
          .printf("%s: %s  # %s%n", origin.path(), origin.value(), told(origin));
    }
  }

  private static String told(Origin origin) {
    String place = ", line " + origin.line() + ", column " + origin.column();
    return switch (origin.source()) {
      case DOCUMENT -> "document" + place;
      case TEMPLATE -> "template " + origin.template() + place;
      case DEFAULT -> "default";
    };
  }
}
