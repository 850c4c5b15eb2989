package council.app.cli;

import council.app.database.InstanceFolder;
import council.app.demo.DemoRun;
import council.app.demo.DemoTokens;
import council.app.demo.Welcome;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the demo until it is stopped. */
@Command(
    name = "demo",
    description =
        "Starts PostgreSQL, loads three councils and serves them on this machine until Ctrl-C.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The data stays in .council/ beside the launcher, or in the folder that COUNCIL_DATA names.",
      "The launcher takes --no-build too: run what was built last without looking at the sources."
    })
final class DemoCommand implements Runnable {
  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "PORT",
      description = "Port to serve on. Default: ${DEFAULT-VALUE}.")
  int port;

  @Option(names = "--fresh", description = "Forgets the data of earlier runs.")
  boolean fresh;

  @Override
  public void run() {
    if (port < 0 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "Expected --port to be from 0 to 65535, but it is " + port + ".");
    }
    InstanceFolder folder = InstanceFolder.fromEnvironment();
    PrintWriter err = spec.commandLine().getErr();
    CountDownLatch stopped = new CountDownLatch(1);
    try (DemoRun run = DemoRun.claim(folder)) {
      Shutdown.install(run, err, stopped);
      run.start(new DemoRun.Options(port, fresh), line -> err.println("council: " + line));
      Welcome.print(spec.commandLine().getOut(), run.url(), new DemoTokens(folder));
      stopped.await();
    } catch (DemoRun.CannotStart e) {
      throw new Failure(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
