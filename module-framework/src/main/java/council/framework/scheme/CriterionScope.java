package council.framework.scheme;

/** What one score of a criterion is given for. */
public enum CriterionScope {
  /** One score for the application, used in every zone that it asks for. */
  FRAMEWORK,
  /** One score for each zone applied for. */
  ZONE
}
