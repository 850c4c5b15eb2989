package council.platform.jobs;

/** Ends a run from within a step, for a reason that is no failure of the handler. */
final class RunEnded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Reason {
    /** A person cancelled the job. */
    CANCELLED,
    /** This server stops; the job goes on from its checkpoint when one runs again. */
    SERVER_STOPS,
    /** Another run holds the job by now. */
    LOST
  }

  private final Reason reason;

  RunEnded(Reason reason) {
    super("The run ends: " + reason, null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
