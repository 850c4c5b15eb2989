package council.config.document;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;

/** How versions of a scheme that follow are put in force. */
@Doc("How versions of the scheme that follow are put in force")
public record Publication(
    @Doc(
            "Whether a draft can be put in force only after a simulation of exactly its content:"
                + " REQUIRED or OPTIONAL")
        @Default("REQUIRED")
        Simulation simulation,
    @Doc("How many days the span of that simulation must have at least")
        @Default("365")
        @Range(min = "1", max = "36600")
        int simulatedDays,
    @Doc(
            "Whether a file may be put in force directly: FIRST_VERSION, only while there is no"
                + " version yet, or ALWAYS")
        @Default("FIRST_VERSION")
        ByFile byFile,
    @Doc(
            "Whether a draft may take effect on a day that has passed: REFUSED or ALLOWED, which"
                + " changes the rules of what was decided since")
        @Default("REFUSED")
        Backdating backdating) {

  /** Whether a draft must be simulated first. */
  public enum Simulation {
    REQUIRED,
    OPTIONAL
  }

  /** When a file may be put in force directly, without a draft. */
  public enum ByFile {
    FIRST_VERSION,
    ALWAYS
  }

  /** Whether a draft may take effect in the past. */
  public enum Backdating {
    REFUSED,
    ALLOWED
  }
}
