package council.app.cli;

import council.app.client.JobList;
import council.platform.identity.Role;
import council.platform.jobs.JobStatus;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a council's instance does later. */
@Command(
    name = "job",
    description = "Lists, retries and cancels a council's jobs, as its administrator.",
    mixinStandardHelpOptions = true,
    footer = "%nExample: ./council job list --council lancashire --status dead")
final class JobCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected 'job list', 'job retry' or 'job cancel', but there was none of them.");
  }

  @Command(
      name = "list",
      description = "Prints jobs as CSV or JSON, the latest first.",
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
              names = "--status",
              paramLabel = "STATUS",
              description = "Only those: ${COMPLETION-CANDIDATES}.")
          @Nullable JobStatus status,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              description = "Only those, such as platform.expire-idempotency-keys.")
          @Nullable String kind,
      @Option(
              names = "--format",
              defaultValue = "csv",
              paramLabel = "FORMAT",
              description = "csv or json. Default: ${DEFAULT-VALUE}.")
          TableFormat format) {
    PrintWriter out = spec.commandLine().getOut();
    JobList jobs = new JobList(connection.connect(council, Role.TENANT_ADMIN));
    try (TableWriter table = format.open(out, JobList.COLUMNS)) {
      jobs.forEach(status == null ? null : status.name(), kind, table::write);
    }
  }

  @Command(
      name = "retry",
      description = "Has a dead or cancelled job tried again.",
      mixinStandardHelpOptions = true)
  void retry(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--council",
              required = true,
              paramLabel = "CODE",
              description = "The council, such as lancashire.")
          String council,
      @Parameters(paramLabel = "ID", description = "The job, as 'job list' prints it.") String id) {
    tell(new JobList(connection.connect(council, Role.TENANT_ADMIN)).retry(id));
  }

  @Command(
      name = "cancel",
      description = "Ends a job that waits; asks one that runs to end at its next step.",
      mixinStandardHelpOptions = true)
  void cancel(
      @Mixin ConnectionOptions connection,
      @Option(
              names = "--council",
              required = true,
              paramLabel = "CODE",
              description = "The council, such as lancashire.")
          String council,
      @Parameters(paramLabel = "ID", description = "The job, as 'job list' prints it.") String id) {
    tell(new JobList(connection.connect(council, Role.TENANT_ADMIN)).cancel(id));
  }

  private void tell(String status) {
    spec.commandLine().getOut().println("The job is " + status + " now.");
  }
}
