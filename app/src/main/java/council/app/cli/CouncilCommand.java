package council.app.cli;

import council.app.client.ClientFailure;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The root of the command line. */
@Command(
    name = "council",
    description = "Commissioning of care for many councils from one instance.",
    mixinStandardHelpOptions = true,
    version = "council 0.1.0",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      OperatorCommand.class,
      TokenCommand.class,
      QueryCommand.class,
      TenantCommand.class,
      IssuerCommand.class,
      SchemeCommand.class,
      DocumentCommand.class,
      ImportCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      JobCommand.class,
      PersonCommand.class,
      AuditCommand.class,
      CommandLine.HelpCommand.class
    },
    footerHeading = "%nExit status:%n",
    footer = {
      "  0  done",
      "  1  there are problems, or it could not be done",
      "  2  the command line itself is wrong",
      "",
      "Try: ./council help COMMAND"
    })
public final class CouncilCommand implements Runnable {
  @Spec CommandSpec spec;

  /** Runs one command line and answers its exit status. */
  public static int run(String... arguments) {
    return run(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        arguments);
  }

  /** The same, printing to somewhere else. */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line =
        new CommandLine(new CouncilCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .registerConverter(LocalDate.class, CouncilCommand::date)
            .setUsageHelpAutoWidth(true)
            .setOut(out)
            .setErr(err)
            .setExecutionExceptionHandler(CouncilCommand::tell);
    int status = line.execute(arguments);
    out.flush();
    err.flush();
    return status;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      throw new TypeConversionException(
          "expected a date such as 2015-06-01, but it was '%s'".formatted(text));
    }
  }

  private static int tell(Exception problem, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    switch (problem) {
      case Failure failure -> err.println(failure.getMessage());
      case ClientFailure failure -> err.println(failure.getMessage());
      default -> {
        err.println("council: this should not have happened: " + problem);
        if (System.getenv("COUNCIL_DEBUG") != null) {
          problem.printStackTrace(err);
        } else {
          err.println("council: set COUNCIL_DEBUG=1 to see where.");
        }
      }
    }
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command, but there was none.");
  }
}
