package council.graphql.spi;

import org.jooq.Table;

/** Where a module declares how its SDL is answered. */
public interface Contributions {
  /**
   * Declares an object type that is read from a table (or a security-invoker view). The table has
   * the columns {@code tenant_id} and {@code id}; every such type that implements Node in the SDL
   * can be fetched by {@code node(id:)}.
   */
  ReadType read(String graphqlType, Table<?> table);

  /** A root Query field that answers a connection of a declared type. */
  void rootConnection(String queryField, String graphqlType);

  /** A root Query field with the argument {@code id: ID!} that answers one or null. */
  void rootById(String queryField, String graphqlType);

  /** A root Query field that a facade answers, inside the operation's read transaction. */
  void query(String queryField, QueryResolver resolver);

  /**
   * A Mutation field. Its one argument is {@code input}, which is bound strictly to the record; the
   * input type in the SDL carries {@code idempotencyKey: String!} beside the record's components.
   */
  <I> void mutation(String mutationField, Class<I> inputType, Mutation<I> mutation);
}
