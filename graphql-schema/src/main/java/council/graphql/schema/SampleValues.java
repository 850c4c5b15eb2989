package council.graphql.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Any value of an argument's type, as a filter's condition is given it. */
final class SampleValues {
  private static final Map<String, Object> SCALARS =
      Map.ofEntries(
          Map.entry("ID", new UUID(0, 0)),
          Map.entry("String", "x"),
          Map.entry("Code", "x"),
          Map.entry("Int", 1),
          Map.entry("Float", 1.0),
          Map.entry("Boolean", true),
          Map.entry("Decimal", BigDecimal.ONE),
          Map.entry("Gbp", BigDecimal.ONE),
          Map.entry("Date", LocalDate.EPOCH),
          Map.entry("DateTime", Instant.EPOCH));

  private SampleValues() {}

  static Object of(GraphQLType type) {
    GraphQLType plain = GraphQLTypeUtil.unwrapNonNull(type);
    if (GraphQLTypeUtil.isList(plain)) {
      return List.of(of(GraphQLTypeUtil.unwrapOne(plain)));
    }
    if (plain instanceof GraphQLEnumType word) {
      return word.getValues().getFirst().getName();
    }
    String name = ((GraphQLNamedType) plain).getName();
    Object sample = SCALARS.get(name);
    if (sample == null) {
      throw new IllegalArgumentException("There is no sample of " + name);
    }
    return sample;
  }
}
