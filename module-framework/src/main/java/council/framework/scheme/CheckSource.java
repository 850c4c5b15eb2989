package council.framework.scheme;

/** Where the answer to a check comes from. */
public enum CheckSource {
  /** People record it with evidence. */
  RECORD,
  /** The rating that the directory has of the CQC; what people record later goes before it. */
  CQC_RATING
}
