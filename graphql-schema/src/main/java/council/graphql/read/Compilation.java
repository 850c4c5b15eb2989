package council.graphql.read;

import council.graphql.read.CompiledRead.Answer;
import council.graphql.read.CompiledRead.Bind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** One statement in the making: aliases, binds, and the forms that rows and lists take. */
final class Compilation {
  private static final DSLContext RENDER = DSL.using(SQLDialect.POSTGRES);

  private final ReadModel model;
  private final RequestValues values;
  private final Map<String, Bind> binds = new HashMap<>();
  private final String mark = UUID.randomUUID() + "#";
  private int aliases;

  Compilation(ReadModel model, RequestValues values) {
    this.model = model;
    this.values = values;
  }

  ReadModel model() {
    return model;
  }

  /**
   * Values of the request for which it is compiled; only what changes the shape may be looked at.
   */
  RequestValues values() {
    return values;
  }

  Name nextAlias() {
    return DSL.name("t" + aliases++);
  }

  /** A bind that is sent as text and cast; its marker is replaced by the value of each request. */
  <T> Field<T> bind(Bind bind, DataType<T> type) {
    String marker = mark + binds.size();
    binds.put(marker, bind);
    return DSL.val(marker, SQLDataType.CLOB).cast(type);
  }

  Condition ofTenant(Name alias) {
    Field<String> tenant = bind(r -> r.actor().tenant(), SQLDataType.CLOB);
    return ReadDeclaration.in(alias, ReadDeclaration.TENANT).eq(tenant);
  }

  static Condition sameTenant(Name alias, Name other) {
    return ReadDeclaration.in(alias, ReadDeclaration.TENANT)
        .eq(ReadDeclaration.in(other, ReadDeclaration.TENANT));
  }

  /** At most one row as the text of an array. */
  Field<String> single(ReadDeclaration type, Name alias, SqlRow row, Condition where) {
    return DSL.field(
        DSL.select(DSL.array(row.columns()).cast(SQLDataType.CLOB))
            .from(type.table().as(alias))
            .where(where));
  }

  /** Rows as the text of an array of arrays. */
  Field<String> rows(
      ReadDeclaration type,
      Name alias,
      SqlRow row,
      Condition where,
      List<SortField<?>> order,
      @Nullable Field<Long> limit) {
    var select =
        DSL.select(DSL.array(row.columns()))
            .from(type.table().as(alias))
            .where(where)
            .orderBy(order);
    Select<?> rows = limit == null ? select : select.limit(limit);
    return DSL.field("array({0})", SQLDataType.CLOB.array(), rows).cast(SQLDataType.CLOB);
  }

  Field<String> count(ReadDeclaration type, Name alias, Condition where) {
    return DSL.field(
        DSL.select(DSL.count().cast(SQLDataType.CLOB)).from(type.table().as(alias)).where(where));
  }

  @SuppressWarnings("unchecked")
  static List<List<@Nullable Object>> parseRows(@Nullable String literal) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (literal != null) {
      for (Object row : PgArray.parse(literal)) {
        rows.add((List<@Nullable Object>) java.util.Objects.requireNonNull(row));
      }
    }
    return rows;
  }

  CompiledRead finish(List<Field<String>> columns, Answer answer) {
    Select<?> select = DSL.select(columns);
    List<Bind> inOrder = new ArrayList<>();
    for (Object value : RENDER.extractBindValues(select)) {
      Bind bind = value instanceof String marker ? binds.get(marker) : null;
      inOrder.add(bind != null ? bind : request -> value);
    }
    return new CompiledRead(RENDER.render(select), List.copyOf(inOrder), columns.size(), answer);
  }
}
