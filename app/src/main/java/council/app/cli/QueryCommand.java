package council.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.app.client.ApiClient;
import council.app.client.TextFile;
import council.platform.identity.Role;
import council.platform.personal.Purpose;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a GraphQL document and prints the answer as it came. */
@Command(
    name = "query",
    description = "Runs a GraphQL document from a file and prints the answer as JSON.",
    mixinStandardHelpOptions = true,
    footer = "%nExample: ./council query rounds.graphql --council lancashire --role commissioner")
final class QueryCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Spec CommandSpec spec;
  @Mixin ConnectionOptions connection;

  @Parameters(paramLabel = "FILE", description = "File with one GraphQL operation.")
  Path file;

  @Option(
      names = "--council",
      defaultValue = "lancashire",
      paramLabel = "CODE",
      description = "The council of the demo's user. Default: ${DEFAULT-VALUE}.")
  String council;

  @Option(
      names = "--variables",
      defaultValue = "{}",
      paramLabel = "JSON",
      description = "Variables as a JSON object.")
  String variables;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "What personal data are read for: ${COMPLETION-CANDIDATES}.")
  @Nullable Purpose purpose;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, Object> values = parseVariables();
    ApiClient client = connection.connect(council, Role.COMMISSIONER);
    JsonNode answer =
        (purpose == null ? client : client.withPurpose(purpose)).send(TextFile.read(file), values);
    spec.commandLine()
        .getOut()
        .println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
    return answer.has("errors") ? 1 : 0;
  }

  private Map<String, Object> parseVariables() {
    try {
      return JSON.readValue(variables, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --variables to be a JSON object: " + e.getOriginalMessage());
    }
  }
}
