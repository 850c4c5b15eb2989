package council.graphql.schema;

import council.graphql.read.ObjectShape;
import graphql.execution.DataFetcherResult;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.TypeInfo;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything is read before GraphQL's own execution starts; its fetchers only look into the maps
 * that were prepared.
 */
final class PreparedValues implements WiringFactory {
  @Override
  public boolean providesDataFetcher(FieldWiringEnvironment field) {
    return true;
  }

  @Override
  public DataFetcher<?> getDataFetcher(FieldWiringEnvironment field) {
    String parent = field.getParentType().getName();
    String type = TypeInfo.typeInfo(field.getFieldDefinition().getType()).getName();
    boolean composite =
        field
            .getRegistry()
            .getType(type)
            .filter(
                t -> t instanceof ImplementingTypeDefinition || t instanceof UnionTypeDefinition)
            .isPresent();
    boolean byResultKey = composite || parent.equals("Query") || parent.equals("Mutation");
    return byResultKey ? new ByResultKey() : new ByName();
  }

  private static final class ByName implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition field,
        Object source,
        Supplier<DataFetchingEnvironment> environment) {
      return ((Map<?, ?>) source).get(field.getName());
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return get(environment.getFieldDefinition(), source(environment), () -> environment);
    }
  }

  private static final class ByResultKey implements LightDataFetcher<@Nullable Object> {
    @Override
    public @Nullable Object get(
        GraphQLFieldDefinition field,
        Object source,
        Supplier<DataFetchingEnvironment> environment) {
      String key = environment.get().getMergedField().getResultKey();
      Object value = ((Map<?, ?>) source).get(ObjectShape.link(key));
      if (value instanceof FieldFailure failure) {
        return DataFetcherResult.newResult()
            .error(failure.error(environment.get().getExecutionStepInfo().getPath()))
            .build();
      }
      return value;
    }

    @Override
    public @Nullable Object get(DataFetchingEnvironment environment) {
      return get(environment.getFieldDefinition(), source(environment), () -> environment);
    }
  }

  @Override
  public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
    return true;
  }

  @Override
  public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
    return byKeptName();
  }

  @Override
  public boolean providesTypeResolver(UnionWiringEnvironment environment) {
    return true;
  }

  @Override
  public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
    return byKeptName();
  }

  private static Object source(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<@Nullable Object>getSource());
  }

  private static TypeResolver byKeptName() {
    return environment ->
        environment
            .getSchema()
            .getObjectType(
                String.valueOf(((Map<?, ?>) environment.getObject()).get(ObjectShape.TYPE)));
  }
}
