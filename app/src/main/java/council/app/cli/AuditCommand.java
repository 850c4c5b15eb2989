package council.app.cli;

import council.app.client.AuditDownload;
import council.app.client.AuditFile;
import council.app.client.AuditLines;
import council.app.client.ClientFailure;
import council.app.client.KeptHeads;
import council.platform.audit.ChainReport;
import council.platform.audit.ChainVerifier;
import council.platform.audit.PublishedHead;
import council.platform.identity.Role;
import council.platform.module.InstalledModules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The sealed audit of a council. */
@Command(
    name = "audit",
    description = "Verifies a council's audit, exports it with its seals, and tells its head.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
  private static final String COUNCIL = "The council, such as lancashire.";
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected 'audit head', 'audit verify' or 'audit export', but it was not there.");
  }

  @Command(
      name = "head",
      description = {
        "Prints council, number, hash and time of the last sealed batch.",
        "Keep the line where nobody who runs the instance can change it: 'audit verify --head'"
            + " compares with it."
      },
      mixinStandardHelpOptions = true,
      footer = "%nExample: ./council audit head lancashire >> heads.txt")
  int head(
      @Mixin ConnectionOptions connection,
      @Parameters(paramLabel = "COUNCIL", description = COUNCIL) String council) {
    AuditDownload audit = download(connection, council);
    if (audit.head().isEmpty()) {
      err().println("Nothing of the audit of " + audit.council() + " is sealed yet.");
      return 1;
    }
    out().println(KeptHeads.line(audit.head().get()));
    return 0;
  }

  @Command(
      name = "export",
      description =
          "Prints the whole audit with its seals as JSON lines, fit for 'audit verify --file'"
              + " elsewhere.",
      mixinStandardHelpOptions = true,
      footer = "%nExample: ./council audit export lancashire > lancashire-audit.jsonl")
  void export(
      @Mixin ConnectionOptions connection,
      @Parameters(paramLabel = "COUNCIL", description = COUNCIL) String council) {
    AuditDownload audit = download(connection, council);
    AuditLines lines = new AuditLines(out(), audit.council(), Instant.now());
    audit.tell(lines);
    lines.end();
  }

  @Command(
      name = "verify",
      description = {
        "Calculates every hash of a council's audit and says where it was altered, removed from,"
            + " added to or reordered.",
        "With --file it does so from an export, without an instance or a database."
      },
      mixinStandardHelpOptions = true,
      footer = {
        "%nExample: ./council audit verify lancashire --head heads.txt",
        "Example: ./council audit verify --file lancashire-audit.jsonl --head heads.txt"
      })
  int verify(
      @Mixin ConnectionOptions connection,
      @Parameters(paramLabel = "COUNCIL", arity = "0..1", description = COUNCIL)
          @Nullable String council,
      @Option(
              names = "--file",
              paramLabel = "FILE",
              description = "Verifies this export instead of a served council.")
          @Nullable Path file,
      @Option(
              names = "--head",
              paramLabel = "FILE",
              description = "Heads that were kept outside, lines as 'audit head' prints them.")
          @Nullable Path heads) {
    if ((council == null) == (file == null)) {
      throw new ParameterException(
          spec.commandLine(), "Expected either a council or --file, one of them.");
    }
    return file == null
        ? verify(download(connection, java.util.Objects.requireNonNull(council)), heads)
        : verify(new AuditFile(file), heads);
  }

  private int verify(AuditDownload audit, @Nullable Path given) {
    List<PublishedHead> heads = heads(given, audit.council());
    ChainVerifier verifier = new ChainVerifier(audit.council(), heads, Instant.now());
    audit.tell(verifier);
    return tell(audit.council(), verifier.finish(), given);
  }

  private int verify(AuditFile audit, @Nullable Path given) {
    List<PublishedHead> heads = heads(given, audit.council());
    ChainVerifier verifier = new ChainVerifier(audit.council(), heads, audit.exportedAt());
    audit.tell(verifier);
    return tell(audit.council(), verifier.finish(), given);
  }

  private int tell(String council, ChainReport report, @Nullable Path given) {
    out()
        .printf(
            "%s: %,d batches with %,d rows, %,d rows wait for their seal.%n",
            council, report.seals(), report.entries(), report.unsealed());
    if (report.last() != null) {
      out().println("Head: " + KeptHeads.line(report.last()));
    }
    if (report.sound()) {
      out().println("Sound." + (given == null ? NOT_COMPARED : ""));
      return 0;
    }
    out().printf("BROKEN: %,d faults, the first ones are:%n", report.faultCount());
    report.faults().forEach(one -> out().println("  " + one.kind() + ": " + one.message()));
    return 1;
  }

  private static final String NOT_COMPARED =
      " No head was given to compare with (--head): batches that were cut off the end, or a chain"
          + " that was written anew, would not be seen.";

  /** A file without a head of the council compares with nothing, and must not look as if it did. */
  private static List<PublishedHead> heads(@Nullable Path given, String council) {
    if (given == null) {
      return List.of();
    }
    List<PublishedHead> heads = KeptHeads.read(given);
    if (heads.stream().noneMatch(head -> head.tenant().equals(council))) {
      throw new ClientFailure(
          "%s: expected a head of %s as 'council audit head' prints it, but there is none."
              .formatted(given, council));
    }
    return heads;
  }

  private static AuditDownload download(ConnectionOptions connection, String council) {
    Role role = council.equals(InstalledModules.HOST) ? Role.PLATFORM_OPERATOR : Role.AUDITOR;
    return new AuditDownload(connection.connect(council, role));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
