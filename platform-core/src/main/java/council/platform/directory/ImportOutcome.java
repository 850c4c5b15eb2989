package council.platform.directory;

/** What an import changed, or would change in a dry run. */
public record ImportOutcome(Counts providers, Counts consortiumMembers, Counts locations) {

  /** How many entries were new, changed something, or said what was known already. */
  public record Counts(int created, int updated, int unchanged) {
    public static final Counts NONE = new Counts(0, 0, 0);
  }
}
