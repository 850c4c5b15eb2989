package council.graphql.read;

import graphql.normalized.ExecutableNormalizedField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a root field over the declared types into one SQL statement: nested objects and lists
 * are correlated subselects that answer arrays of text. The text of the statement depends on the
 * shape of the operation alone, values are binds.
 */
public final class ReadCompiler {
  private final ReadModel model;

  public ReadCompiler(ReadModel model) {
    this.model = model;
  }

  /** A page of all rows of a type. */
  public CompiledRead connection(
      String type, ExecutableNormalizedField field, RequestValues values) {
    Compilation compilation = new Compilation(model, values);
    PageCompiler.Page page =
        new PageCompiler(compilation).compile(model.get(type), field, compilation::ofTenant);
    return compilation.finish(
        page.columns(), (request, answer) -> page.read(boxed(answer), request));
  }

  /** One row, found by the global id that the argument {@code id} holds. */
  public CompiledRead byId(String type, ExecutableNormalizedField field, RequestValues values) {
    Compilation compilation = new Compilation(model, values);
    Name alias = compilation.nextAlias();
    Field<UUID> id = compilation.bind(r -> idOf(type, field, r), SQLDataType.UUID);
    return one(compilation, type, alias, field, in(alias).eq(id));
  }

  private static @Nullable Object idOf(
      String type, ExecutableNormalizedField field, ReadRequest request) {
    GlobalId id = GlobalId.get("id", String.valueOf(request.values().find(field, "id")));
    return id.type().equals(type) ? id.id().toString() : null;
  }

  private CompiledRead one(
      Compilation compilation,
      String type,
      Name alias,
      ExecutableNormalizedField field,
      Condition byId) {
    ReadDeclaration declaration = model.get(type);
    SqlRow row = new SqlRow();
    ObjectShape shape =
        new ObjectCompiler(compilation).compile(declaration, alias, field.getChildren(), row);
    Field<String> found =
        compilation.single(declaration, alias, row, compilation.ofTenant(alias).and(byId));
    return compilation.finish(
        List.of(found),
        (request, answer) -> {
          String literal = answer[0];
          return literal == null ? null : shape.read(PgArray.parse(literal), request);
        });
  }

  /** Rows by the request's ids, as a map from id to object. */
  public CompiledRead byIds(String type, ExecutableNormalizedField field, RequestValues values) {
    Compilation compilation = new Compilation(model, values);
    ReadDeclaration declaration = model.get(type);
    Name alias = compilation.nextAlias();
    SqlRow row = new SqlRow();
    int id = row.place("id", Texts.text(in(alias)));
    ObjectShape shape =
        new ObjectCompiler(compilation).compile(declaration, alias, field.getChildren(), row);
    Field<UUID[]> ids =
        compilation.bind(
            r -> PgArray.literal(r.ids().stream().map(UUID::toString).toList()),
            SQLDataType.UUID.array());
    Condition among = compilation.ofTenant(alias).and(in(alias).eq(DSL.any(ids)));
    Field<String> found = compilation.rows(declaration, alias, row, among, List.of(), null);
    return compilation.finish(
        List.of(found), (request, answer) -> byId(shape, id, request, answer[0]));
  }

  private static Map<UUID, Map<String, @Nullable Object>> byId(
      ObjectShape shape, int id, ReadRequest request, @Nullable String literal) {
    Map<UUID, Map<String, @Nullable Object>> found = new HashMap<>();
    for (List<@Nullable Object> row : Compilation.parseRows(literal)) {
      found.put(UUID.fromString(String.valueOf(row.get(id))), shape.read(row, request));
    }
    return found;
  }

  private static Field<UUID> in(Name alias) {
    return ReadDeclaration.in(alias, ReadDeclaration.ID);
  }

  private static List<@Nullable Object> boxed(@Nullable String[] columns) {
    return new ArrayList<>(Arrays.<@Nullable Object>asList((@Nullable Object[]) columns));
  }
}
