package council.framework.graphql;

import council.graphql.spi.Contributions;

/** One topic of the module in the API; whichever is there takes part. */
interface ApiPart {
  /** Declares the topic's reads, queries and mutations. */
  void declare(Contributions contributions);
}
