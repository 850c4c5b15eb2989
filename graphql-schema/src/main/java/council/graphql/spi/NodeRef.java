package council.graphql.spi;

import java.util.UUID;

/** A node that is to be read after the mutation, by its declared type. */
public record NodeRef(String graphqlType, UUID id) {}
