package council.graphql.schema;

import council.graphql.spi.Mutation;

/** A mutation with the record that its input is bound to. */
public record BoundMutation<I>(Class<I> inputType, Mutation<I> mutation) {}
