package council.platform.problem;

import java.util.List;

/** What everybody who changes a thing is held to: to have seen it as it is now. */
public final class Revisions {
  /** The problem's code: somebody else changed the thing after the caller read it. */
  public static final String STALE = "STALE_REVISION";

  private Revisions() {}

  /**
   * @param seen the revision that the caller saw, {@code input.revision}
   * @param present the revision of the row, which is locked
   * @throws Refused {@link #STALE}, with the present revision as what is expected
   */
  public static void check(int seen, int present) {
    if (seen != present) {
      throw new Refused(List.of(stale(seen, present)));
    }
  }

  /** The same as a problem among others. */
  public static void check(int seen, int present, Problems problems) {
    if (seen != present) {
      problems.add(stale(seen, present));
    }
  }

  private static Problem stale(int seen, int present) {
    return new Problem(
        STALE,
        "input.revision",
        "It was changed meanwhile: you saw revision %d, and it is %d by now. Read it again."
            .formatted(seen, present),
        String.valueOf(seen),
        String.valueOf(present));
  }
}
