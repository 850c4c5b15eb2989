package council.platform.jobs;

import java.time.Duration;

/**
 * How often a job is tried and how long it rests in between.
 *
 * @param tries how often it is begun at most, the first time included
 * @param firstPause after the first failure; twice as long after each further one
 * @param longestPause never longer than this
 */
public record RetryPolicy(int tries, Duration firstPause, Duration longestPause) {
  /** Five tries within about a quarter of an hour. */
  public static final RetryPolicy STANDARD =
      new RetryPolicy(5, Duration.ofMinutes(1), Duration.ofHours(1));

  public RetryPolicy {
    if (tries < 1) {
      throw new IllegalArgumentException("Expected at least one try, but there are " + tries);
    }
    if (firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
      throw new IllegalArgumentException(
          "Expected a longest pause of at least %s, but it is %s"
              .formatted(firstPause, longestPause));
    }
  }

  /**
   * @param failures how many tries have failed, at least one
   */
  Duration pauseAfter(int failures) {
    Duration pause = firstPause;
    for (int i = 1; i < failures && pause.compareTo(longestPause) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestPause) < 0 ? pause : longestPause;
  }
}
