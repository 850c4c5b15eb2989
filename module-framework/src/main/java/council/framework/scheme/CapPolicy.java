package council.framework.scheme;

/** How places are given out where providers would hold places in more areas than the cap allows. */
public enum CapPolicy {
  /** Best scores of all zones first; a pair that would break the cap is passed over. */
  HIGHEST_SCORE_FIRST,
  /** Providers above the cap keep the areas that they prefer and withdraw from the others. */
  PROVIDER_PREFERENCE,
  /** The allocation whose sum of scores is the greatest. */
  MAX_TOTAL_SCORE
}
