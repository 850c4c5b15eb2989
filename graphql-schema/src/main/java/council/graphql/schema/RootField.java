package council.graphql.schema;

import council.graphql.spi.QueryResolver;

/** How a field of Query is answered. */
public sealed interface RootField {
  record Connection(String type) implements RootField {}

  record ById(String type) implements RootField {}

  record Facade(QueryResolver resolver) implements RootField {}

  /** {@code node(id:)} over every declared type that is a Node. */
  record AnyNode() implements RootField {}
}
