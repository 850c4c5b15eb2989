package council.platform.jobs;

import council.platform.jobs.JobEnding.Fault;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a council is told of a failure. The text of an exception never gets there. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  /**
   * @param run under which the log has what a council is not told
   */
  static Fault of(RuntimeException failure, UUID run) {
    return switch (failure) {
      case JobFailed told -> new Fault(told.code(), String.valueOf(told.getMessage()));
      case Refused refused -> ofRefused(refused);
      case PlatformException platform when platform.code() != ErrorCode.INTERNAL ->
          new Fault(platform.code().name(), String.valueOf(platform.getMessage()));
      default -> internal(failure, run);
    };
  }

  /** Codes and places only: the messages may hold values that not every reader of jobs may see. */
  private static Fault ofRefused(Refused refused) {
    return new Fault(
        refused.problems().getFirst().code(),
        refused.problems().stream()
            .sorted(Problem.BY_PATH)
            .map(problem -> problem.code() + " at " + problem.path())
            .collect(Collectors.joining(", ", "It was refused: ", ".")));
  }

  private static Fault internal(RuntimeException failure, UUID run) {
    LOG.error("A job failed in run {}", run, failure);
    return new Fault(
        ErrorCode.INTERNAL.name(),
        "Something went wrong on our side; the log has it under " + run + ".");
  }
}
