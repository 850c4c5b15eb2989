package council.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.client.SubjectAccess;
import council.app.client.TextFile;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is held on people. */
@Command(
    name = "person",
    description = "What is held on one person.",
    mixinStandardHelpOptions = true,
    subcommands = PersonCommand.Export.class)
final class PersonCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command such as export.");
  }

  /** Prints all that is held on one person. */
  @Command(
      name = "export",
      description = {
        "Prints all that a council holds on one person as JSON, over all modules, with audit,"
            + " decisions and the log of reads.",
        "The person's reference is read from standard input, or from a file: on the command line"
            + " everybody on the machine could see it, and the shell would keep it."
      },
      mixinStandardHelpOptions = true,
      footer =
          "%nExample: ./council person export --council lancashire --reference-file reference.txt")
  static final class Export implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec CommandSpec spec;
    @Mixin ConnectionOptions connection;

    @Option(
        names = "--council",
        defaultValue = "lancashire",
        paramLabel = "CODE",
        description = "The council of the demo's user. Default: ${DEFAULT-VALUE}.")
    String council;

    @Option(
        names = "--reference-file",
        paramLabel = "FILE",
        description = "File whose first line is the reference. Default: standard input.")
    @Nullable Path file;

    @Override
    public Integer call() throws IOException {
      String reference = reference();
      Optional<JsonNode> export =
          new SubjectAccess(
                  connection
                      .connect(council, Role.TENANT_ADMIN)
                      .withPurpose(Purpose.SUBJECT_ACCESS))
              .findExport(reference);
      if (export.isEmpty()) {
        throw new Failure("Nothing is held under that reference.");
      }
      print(export.get());
      return 0;
    }

    private void print(JsonNode export) throws JsonProcessingException {
      spec.commandLine()
          .getOut()
          .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(export));
    }

    private String reference() throws IOException {
      Optional<String> given =
          file == null ? typed() : TextFile.read(file).lines().findFirst().map(String::strip);
      return given
          .filter(line -> !line.isEmpty())
          .orElseThrow(() ->
              new ParameterException(
                  spec.commandLine(), "Expected a reference on the first line, but it is empty."));
    }

    private Optional<String> typed() throws IOException {
      if (System.console() != null) {
        spec.commandLine().getErr().print("Reference: ");
        spec.commandLine().getErr().flush();
      }
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      return Optional.ofNullable(line).map(String::strip);
    }
  }
}
