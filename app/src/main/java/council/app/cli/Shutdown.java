package council.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;

/** What happens at Ctrl-C: what runs is closed before the program ends. */
final class Shutdown {
  private Shutdown() {}

  static void install(AutoCloseable running, PrintWriter err, CountDownLatch stopped) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, err, stopped), "stop"));
  }

  private static void stop(AutoCloseable running, PrintWriter err, CountDownLatch stopped) {
    if (stopped.getCount() == 0) {
      return;
    }
    err.println("council: stopping ...");
    try {
      running.close();
      err.println("council: stopped");
    } catch (Exception e) {
      err.println("council: did not stop cleanly: " + e.getMessage());
    }
    stopped.countDown();
  }
}
