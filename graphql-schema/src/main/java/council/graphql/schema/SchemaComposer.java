package council.graphql.schema;

import council.graphql.read.PersonalMarks;
import council.graphql.read.ReadModel;
import council.graphql.spi.GraphqlModule;
import council.platform.personal.PersonalCatalogue;
import council.platform.personal.PersonalTable;
import graphql.GraphQLError;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.errors.SchemaProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes the base schema and what every module adds; tells all that does not fit at once. */
public final class SchemaComposer {
  private static final String BASE = "graphql/base.graphqls";

  private final List<String> problems = new ArrayList<>();
  private final Map<String, String> ownership = new LinkedHashMap<>();
  private final TypeDefinitionRegistry registry = new TypeDefinitionRegistry();

  private final Resources resources;

  private SchemaComposer(Resources resources) {
    this.resources = resources;
  }

  /** Where a module's SDL is found. */
  @FunctionalInterface
  interface Resources {
    @Nullable InputStream open(Class<?> module, String resource);
  }

  /**
   * @param permissions codes of all permissions that the modules declare
   * @param personal what the database marks as personal
   */
  public static ComposedSchema compose(
      Collection<? extends GraphqlModule> modules,
      Set<String> permissions,
      PersonalCatalogue personal) {
    return compose(
        modules,
        permissions,
        personal.list(),
        (module, sdl) -> module.getClassLoader().getResourceAsStream(sdl));
  }

  static ComposedSchema compose(
      Collection<? extends GraphqlModule> modules,
      Set<String> permissions,
      List<PersonalTable> personal,
      Resources resources) {
    return new SchemaComposer(resources).composed(modules, permissions, personal);
  }

  private ComposedSchema composed(
      Collection<? extends GraphqlModule> modules,
      Set<String> permissions,
      List<PersonalTable> personal) {
    List<GraphqlModule> ordered = new ArrayList<>(modules);
    ordered.sort(Comparator.comparing(GraphqlModule::moduleId));
    Declarations declarations = new Declarations(problems);
    merge(parse(BASE, base()), BASE);
    ordered.forEach(this::add);
    ordered.forEach(module -> module.contribute(declarations));
    throwIfAny();
    GraphQLSchema schema = generate();
    problems.addAll(new SchemaChecks(schema, declarations, permissions).problems());
    problems.addAll(new PersonalChecks(schema, declarations, personal).problems());
    throwIfAny();
    return new ComposedSchema(
        schema,
        new ReadModel(
            schema,
            declarations.types(),
            new PersonalMarks(schema, PersonalChecks.tables(declarations, personal))),
        Map.copyOf(declarations.queries()),
        Map.copyOf(declarations.mutations()),
        Map.copyOf(ownership));
  }

  private void add(GraphqlModule module) {
    for (String resource : module.sdl()) {
      TypeDefinitionRegistry sdl = parse(resource, resources.open(module.getClass(), resource));
      sdl.types().values().forEach(type -> own(module, type));
      sdl.objectTypeExtensions().values().forEach(all -> all.forEach(e -> own(module, e)));
      merge(sdl, resource);
    }
  }

  private void own(GraphqlModule module, graphql.language.TypeDefinition<?> type) {
    if (type instanceof ImplementingTypeDefinition<?> fields) {
      for (FieldDefinition field : fields.getFieldDefinitions()) {
        ownership.put(type.getName() + "." + field.getName(), module.moduleId());
      }
    }
  }

  private static @Nullable InputStream base() {
    return SchemaComposer.class.getClassLoader().getResourceAsStream(BASE);
  }

  private TypeDefinitionRegistry parse(String resource, @Nullable InputStream found) {
    try (InputStream sdl = found) {
      if (sdl == null) {
        problems.add("There is no class-path resource " + resource + ".");
        return new TypeDefinitionRegistry();
      }
      return new SchemaParser().parse(new String(sdl.readAllBytes(), StandardCharsets.UTF_8));
    } catch (SchemaProblem unreadable) {
      unreadable.getErrors().forEach(e -> problems.add(resource + ": " + e.getMessage()));
      return new TypeDefinitionRegistry();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void merge(TypeDefinitionRegistry sdl, String resource) {
    try {
      registry.merge(sdl);
    } catch (SchemaProblem clash) {
      clash.getErrors().forEach(e -> problems.add(resource + ": " + e.getMessage()));
    }
  }

  private GraphQLSchema generate() {
    if (!registry.objectTypeExtensions().containsKey("Mutation")) {
      registry.getType("Mutation").ifPresent(registry::remove);
    }
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().wiringFactory(new PreparedValues());
    Scalars.all().forEach(wiring::scalar);
    try {
      return new SchemaGenerator().makeExecutableSchema(registry, wiring.build());
    } catch (SchemaProblem unfit) {
      unfit.getErrors().stream().map(GraphQLError::getMessage).forEach(problems::add);
      throw new CompositionFailed(problems);
    }
  }

  private void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new CompositionFailed(problems);
    }
  }
}
