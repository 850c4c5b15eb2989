package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ProblemLine;
import council.app.client.SchemeDrafts;
import council.app.client.SchemeDrafts.Edit;
import council.app.client.SchemeDrafts.State;
import council.app.client.TextFile;
import council.platform.identity.Role;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts: how a scheme is changed once there is one. */
@Command(
    name = "draft",
    description = "Writes drafts of a scheme and takes them through approval to publication.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ./council scheme draft create --council lancashire --version-number 1 --effective-from"
          + " 2027-04-01 places-2027",
      "  ./council scheme draft edit --council lancashire places-2027"
          + " --set framework.vehicles.SUPPORTED_LIVING.tiers[TIER1].placesByZone.LAN=5",
      "  ./council scheme simulate --council lancashire places-2027 --from 2015-06-01 --to"
          + " 2018-05-31",
      "  ./council scheme draft submit --council lancashire places-2027 --announced-on 2027-01-04",
      "  ./council scheme draft approve --council lancashire --role lead-commissioner places-2027"
          + " --revision 3",
      "  ./council scheme draft publish --council lancashire places-2027"
    })
final class SchemeDraftCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Expected a step such as 'scheme draft create', but there was none.");
  }

  /** What every step takes. */
  static final class Target {
    @Mixin ConnectionOptions connection = new ConnectionOptions();

    @Option(
        names = "--council",
        required = true,
        paramLabel = "CODE",
        description = "The council, such as lancashire.")
    String council = "";

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, kept in the audit.")
    @Nullable String why;

    @Parameters(index = "0", paramLabel = "DRAFT", description = "The council's name of the draft.")
    String draft = "";

    SchemeDrafts open() {
      return new SchemeDrafts(connection.connect(council, Role.TENANT_ADMIN));
    }
  }

  @Command(
      name = "list",
      description = "Prints the council's drafts, the latest first.",
      mixinStandardHelpOptions = true)
  void list(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--council",
              required = true,
              paramLabel = "CODE",
              description = "The council, such as lancashire.")
          String council,
      @Option(
              names = "--format",
              defaultValue = "csv",
              paramLabel = "FORMAT",
              description = "csv or json. Default: ${DEFAULT-VALUE}.")
          TableFormat format) {
    PrintWriter out = spec.commandLine().getOut();
    SchemeDrafts drafts = new SchemeDrafts(connection.connect(council, Role.TENANT_ADMIN));
    try (TableWriter table = format.open(out, SchemeDrafts.COLUMNS)) {
      drafts.forEach(table::write);
    }
  }

  @Command(
      name = "create",
      description = "Begins a draft from a file, or from a version of the scheme.",
      mixinStandardHelpOptions = true)
  int create(
      @Mixin Target target,
      @Option(
              names = "--version-number",
              paramLabel = "N",
              description = "Begin with the content of this version.")
          @Nullable Integer version,
      @Option(
              names = "--effective-from",
              paramLabel = "DATE",
              description = "With a version: the day on which the content is to take effect.")
          @Nullable String effectiveFrom,
      @Parameters(
              index = "1",
              arity = "0..1",
              paramLabel = "FILE",
              description = "The scheme, YAML or JSON.")
          @Nullable Path file) {
    if ((file == null) == (version == null)) {
      throw new ParameterException(
          spec.commandLine(), "Expected either FILE or --version-number, but got both or neither.");
    }
    State state =
        file != null
            ? target.open().create(target.draft, TextFile.read(file), target.why)
            : target
                .open()
                .createFrom(
                    target.draft,
                    java.util.Objects.requireNonNull(version),
                    effectiveFrom,
                    target.why);
    return tellWritten(target, state);
  }

  @Command(
      name = "save",
      description = "Replaces the whole document of a draft.",
      mixinStandardHelpOptions = true)
  int save(
      @Mixin Target target,
      @Option(
              names = "--revision",
              required = true,
              paramLabel = "N",
              description = "The revision that FILE was written on, as 'show' tells it.")
          int revision,
      @Parameters(index = "1", paramLabel = "FILE", description = "The scheme, YAML or JSON.")
          Path file) {
    return tellWritten(
        target, target.open().save(target.draft, revision, TextFile.read(file), target.why));
  }

  @Command(
      name = "edit",
      description = "Changes values of a draft by path.",
      mixinStandardHelpOptions = true)
  int edit(
      @Mixin Target target,
      @Option(
              names = "--set",
              paramLabel = "PATH=VALUE",
              description = "Sets a value, as YAML; may be repeated.")
          @Nullable List<String> values,
      @Option(
              names = "--remove",
              paramLabel = "PATH",
              description = "Takes away what stands at the path; may be repeated.")
          @Nullable List<String> paths) {
    List<Edit> edits = new ArrayList<>();
    if (values != null) {
      values.forEach(pair -> edits.add(edit(pair)));
    }
    if (paths != null) {
      paths.forEach(path -> edits.add(new Edit(path, null)));
    }
    if (edits.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Expected --set or --remove, but there was neither.");
    }
    return tellWritten(target, target.open().edit(target.draft, edits, target.why));
  }

  private Edit edit(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 1) {
      throw new ParameterException(
          spec.commandLine(), "Expected --set PATH=VALUE, but got '" + pair + "'.");
    }
    return new Edit(pair.substring(0, equals), pair.substring(equals + 1));
  }

  @Command(
      name = "example",
      description = "Turns a past decision into an example of a draft.",
      mixinStandardHelpOptions = true)
  int example(
      @Mixin Target target,
      @Option(names = "--decision", required = true, paramLabel = "ID", description = "Its id.")
          String decision,
      @Option(
              names = "--name",
              required = true,
              paramLabel = "TEXT",
              description = "What the example shows.")
          String name) {
    return tellWritten(target, target.open().addExample(target.draft, decision, name));
  }

  @Command(
      name = "rebase",
      description = "Takes over what a version that was published meanwhile changed.",
      mixinStandardHelpOptions = true)
  int rebase(
      @Mixin Target target,
      @Option(
              names = "--keep",
              paramLabel = "PATH",
              description = "Where the draft's own value is to stand; may be repeated.")
          @Nullable List<String> keep) {
    return tellWritten(
        target, target.open().rebase(target.draft, keep == null ? List.of() : keep, target.why));
  }

  @Command(
      name = "submit",
      description = "Hands a draft in for approval by somebody else.",
      mixinStandardHelpOptions = true)
  void submit(
      @Mixin Target target,
      @Option(
              names = "--announced-on",
              required = true,
              paramLabel = "DATE",
              description = "When those concerned are told.")
          String announcedOn,
      @Option(
              names = "--existing-from",
              paramLabel = "DATE",
              description = "First day for business that existed before.")
          @Nullable String existingFrom) {
    tell(target, target.open().submit(target.draft, announcedOn, existingFrom, target.why));
  }

  @Command(
      name = "return",
      description = "Gives a submitted or approved draft back to its authors.",
      mixinStandardHelpOptions = true)
  void giveBack(@Mixin Target target) {
    step(target, "returnSchemeDraft");
  }

  @Command(
      name = "approve",
      description = "Approves a draft that somebody else wrote.",
      mixinStandardHelpOptions = true)
  void approve(
      @Mixin Target target,
      @Option(
              names = "--revision",
              required = true,
              paramLabel = "N",
              description = "The revision that you looked at, as 'show' tells it.")
          int revision) {
    tell(target, target.open().approve(target.draft, revision, target.why));
  }

  @Command(
      name = "publish",
      description = "Publishes an approved draft; it takes force by its dates.",
      mixinStandardHelpOptions = true)
  void publish(@Mixin Target target) {
    step(target, "publishSchemeDraft");
  }

  @Command(name = "withdraw", description = "Gives a draft up.", mixinStandardHelpOptions = true)
  void withdraw(@Mixin Target target) {
    step(target, "withdrawSchemeDraft");
  }

  @Command(
      name = "show",
      description = "Prints where a draft stands: problems, warnings, examples and next steps.",
      mixinStandardHelpOptions = true)
  int show(@Mixin Target target) {
    JsonNode draft = target.open().show(target.draft);
    PrintWriter out = spec.commandLine().getOut();
    new DraftPage(out).print(draft);
    return draft.path("problems").isEmpty() ? 0 : 1;
  }

  @Command(
      name = "source",
      description = "Prints the text of a draft as it was handed in.",
      mixinStandardHelpOptions = true)
  void source(@Mixin Target target) {
    spec.commandLine().getOut().print(target.open().source(target.draft));
  }

  @Command(
      name = "changes",
      description = "Prints what a draft changes, by path.",
      mixinStandardHelpOptions = true)
  void changes(
      @Mixin Target target,
      @Option(
              names = "--format",
              defaultValue = "text",
              paramLabel = "FORMAT",
              description = "text or json. Default: ${DEFAULT-VALUE}.")
          SchemeChanges.Format format) {
    PrintWriter out = spec.commandLine().getOut();
    SchemeChanges.print(target.open().changes(target.draft), format, out);
  }

  @Command(
      name = "origins",
      description = "Prints where each value of a draft comes from.",
      mixinStandardHelpOptions = true)
  void origins(@Mixin Target target) {
    PrintWriter out = spec.commandLine().getOut();
    for (JsonNode origin : target.open().origins(target.draft)) {
      String template = origin.path("template").asText("");
      String line = origin.path("line").asText("");
      out.printf(
          "%s: %s%s%s%n",
          origin.path("path").asText(),
          origin.path("source").asText(),
          template.isEmpty() ? "" : " " + template,
          line.isEmpty() ? "" : " line " + line);
    }
  }

  private void step(Target target, String mutation) {
    tell(target, target.open().step(mutation, target.draft, target.why));
  }

  /** What is wrong with a draft is told at once; it is kept all the same. */
  private int tellWritten(Target target, State state) {
    tell(target, state);
    if (!state.status().equals("DRAFT")) {
      return 0;
    }
    PrintWriter out = spec.commandLine().getOut();
    JsonNode draft = target.open().show(target.draft);
    draft.path("problems").forEach(problem -> out.println(ProblemLine.of(problem)));
    draft
        .path("examples")
        .forEach(example ->
            example
                .path("differences")
                .forEach(difference -> out.println(ProblemLine.of(difference))));
    return 1;
  }

  private void tell(Target target, State state) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %s, revision %d, hash %s%n",
            state.reference(),
            state.status(),
            state.revision(),
            state.hash() == null ? "none yet" : state.hash());
  }
}
