package council.framework.market.domain;

/** What is shared. */
public enum Measure {
  /** People who are supported. */
  PEOPLE,
  /** Hours of support in a week. */
  WEEKLY_HOURS,
  /** Pounds that the support costs in a year of 52 weeks. */
  YEARLY_VALUE
}
