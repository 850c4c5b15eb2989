package council.app.cli;

import council.app.client.TextFile;
import council.app.client.TrustedDocuments;
import council.app.client.TrustedDocuments.Registered;
import council.platform.identity.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The documents that clients of a council may send. */
@Command(
    name = "document",
    description = "Registers GraphQL documents and decides who may send no others.",
    mixinStandardHelpOptions = true)
final class DocumentCommand implements Runnable {
  @Spec CommandSpec spec;

  /** Where, who and of which client. */
  static final class Target {
    @Mixin ConnectionOptions connection;

    @Option(
        names = "--council",
        required = true,
        paramLabel = "CODE",
        description = "The council, such as lancashire.")
    String council;

    TrustedDocuments documents() {
      return new TrustedDocuments(connection.connect(council, Role.TENANT_ADMIN));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected 'document register', 'document list' or 'document require', but there was none.");
  }

  @Command(
      name = "register",
      description = "Registers the documents of files under the files' names and prints their ids.",
      mixinStandardHelpOptions = true,
      footer = "%nExample: ./council document register --council lancashire queries/*.graphql")
  void register(
      @Mixin Target target,
      @Option(
              names = "--client",
              paramLabel = "LABEL",
              description = "The one client for whom they are. Default: all of the council's.")
          @Nullable String client,
      @Parameters(
              arity = "1..*",
              paramLabel = "FILE",
              description = "A file with one GraphQL document; every byte counts.")
          List<Path> files) {
    Map<String, String> documents = new TreeMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (documents.put(name, TextFile.read(file)) != null) {
        throw new Failure("Two files are called " + name + "; nothing was sent.");
      }
    }
    print(target.documents().register(client, documents));
  }

  @Command(
      name = "list",
      description = "Prints what is registered: id, name and the client, if it is for one alone.",
      mixinStandardHelpOptions = true)
  void list(@Mixin Target target) {
    target.documents().forEach(document -> print(List.of(document)));
  }

  private void print(List<Registered> documents) {
    PrintWriter out = spec.commandLine().getOut();
    for (Registered document : documents) {
      out.printf(
          "%s %s%s%n",
          document.documentId(),
          document.name(),
          document.client() == null ? "" : " (" + document.client() + ")");
    }
  }

  @Command(
      name = "require",
      description = {
        "Lets clients send nothing but registered documents.",
        "What this command itself sends is registered first, so that it can be taken back."
      },
      mixinStandardHelpOptions = true)
  void require(
      @Mixin Target target,
      @Option(
              names = "--client",
              paramLabel = "LABEL",
              description =
                  "The one client whom it binds. Default: all without a rule of their own.")
          @Nullable String client,
      @Option(names = "--off", description = "Lets them send any document again.") boolean off) {
    target.documents().require(client, !off);
    spec.commandLine()
        .getOut()
        .printf(
            "%s %s.%n",
            client == null ? "Clients of " + target.council : client,
            off ? "may send any document" : "may send registered documents alone");
  }
}
