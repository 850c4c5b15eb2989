package council.graphql.schema;

import council.graphql.read.ReadDeclaration;
import council.graphql.spi.Contributions;
import council.graphql.spi.Mutation;
import council.graphql.spi.QueryResolver;
import council.graphql.spi.ReadType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Table;

/** Everything that the modules declared, beside what they declared twice. */
final class Declarations implements Contributions {
  private final Map<String, ReadDeclaration> types = new LinkedHashMap<>();
  private final Map<String, RootField> queries = new LinkedHashMap<>();
  private final Map<String, BoundMutation<?>> mutations = new LinkedHashMap<>();
  private final List<String> problems;

  Declarations(List<String> problems) {
    this.problems = problems;
    queries.put("node", new RootField.AnyNode());
  }

  @Override
  public ReadType read(String graphqlType, Table<?> table) {
    ReadDeclaration type =
        types.computeIfAbsent(graphqlType, t -> new ReadDeclaration(graphqlType, table));
    if (!type.table().getQualifiedName().equals(table.getQualifiedName())) {
      problems.add(
          "%s is declared over %s and over %s."
              .formatted(graphqlType, type.table().getQualifiedName(), table.getQualifiedName()));
    }
    return type;
  }

  @Override
  public void rootConnection(String queryField, String graphqlType) {
    wire(queryField, new RootField.Connection(graphqlType));
  }

  @Override
  public void rootById(String queryField, String graphqlType) {
    wire(queryField, new RootField.ById(graphqlType));
  }

  @Override
  public void query(String queryField, QueryResolver resolver) {
    wire(queryField, new RootField.Facade(resolver));
  }

  private void wire(String queryField, RootField how) {
    if (queries.putIfAbsent(queryField, how) != null) {
      problems.add("Query." + queryField + " is wired twice.");
    }
  }

  @Override
  public <I> void mutation(String mutationField, Class<I> inputType, Mutation<I> mutation) {
    if (mutations.putIfAbsent(mutationField, new BoundMutation<>(inputType, mutation)) != null) {
      problems.add("Mutation." + mutationField + " is wired twice.");
    }
  }

  Map<String, ReadDeclaration> types() {
    return types;
  }

  Map<String, RootField> queries() {
    return queries;
  }

  Map<String, BoundMutation<?>> mutations() {
    return mutations;
  }
}
