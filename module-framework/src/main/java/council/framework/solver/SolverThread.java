package council.framework.solver;

import com.google.ortools.Loader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Runs the solver on a platform thread of its own. Native code would pin the carrier of a virtual
 * thread for as long as it runs, and loading the library is I/O.
 */
final class SolverThread {
  private static final Executor PLATFORM_THREADS =
      task -> Thread.ofPlatform().name("placement-solver").daemon().start(task);

  private SolverThread() {}

  static <T> T call(Supplier<T> work) {
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                Loader.loadNativeLibraries();
                return work.get();
              },
              PLATFORM_THREADS)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        cause.addSuppressed(e);
        throw cause;
      }
      throw e;
    }
  }
}
