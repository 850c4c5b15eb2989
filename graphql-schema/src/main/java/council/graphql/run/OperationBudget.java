package council.graphql.run;

/** What a client may still ask for at the moment. */
@FunctionalInterface
public interface OperationBudget {
  /** Everything. */
  OperationBudget UNBOUNDED = cost -> {};

  /**
   * Takes what an operation costs before it runs.
   *
   * @param cost objects that it could answer
   * @throws OperationRefused where there is not so much left
   */
  void spend(long cost);
}
