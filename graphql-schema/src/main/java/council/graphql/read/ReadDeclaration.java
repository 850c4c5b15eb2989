package council.graphql.read;

import council.graphql.spi.ReadType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One read type as its module declared it. */
public final class ReadDeclaration implements ReadType {
  /** Every table has it, and it leads every key. */
  static final Field<String> TENANT = DSL.field(DSL.name("tenant_id"), SQLDataType.CLOB.notNull());

  static final Field<UUID> ID = DSL.field(DSL.name("id"), SQLDataType.UUID.notNull());

  private final String type;
  private final Table<?> table;
  private final Map<String, ReadField> fields = new LinkedHashMap<>();
  private final Map<String, Filter> filters = new LinkedHashMap<>();
  private final Map<String, List<OrderKey>> orders = new LinkedHashMap<>();
  private final List<String> twice = new ArrayList<>();

  public ReadDeclaration(String type, Table<?> table) {
    this.type = type;
    this.table = table;
  }

  @Override
  public ReadType column(String field, Field<?> column) {
    return add(field, new ReadField.Column(column));
  }

  @Override
  public ReadType expression(String field, Function<Table<?>, Field<?>> expression) {
    return add(field, new ReadField.Expression(expression));
  }

  @Override
  public ReadType one(String field, String targetType, Field<UUID> foreignKey) {
    return add(field, new ReadField.One(targetType, foreignKey));
  }

  @Override
  public ReadType oneBack(String field, String targetType, Field<UUID> targetForeignKey) {
    return add(field, new ReadField.OneBack(targetType, targetForeignKey));
  }

  @Override
  public ReadType many(String field, String targetType, Field<UUID> targetForeignKey) {
    return add(field, new ReadField.Many(targetType, targetForeignKey));
  }

  @Override
  public ReadType list(String field, String targetType, Field<UUID> targetForeignKey) {
    return add(field, new ReadField.Items(targetType, targetForeignKey));
  }

  @Override
  public ReadType computed(String field, List<Field<?>> needs, Computation computation) {
    return add(field, new ReadField.Computed(List.copyOf(needs), computation));
  }

  @Override
  public ReadType filter(String argument, Field<?> column) {
    return addFilter(argument, new Filter.ByColumn(column));
  }

  @Override
  public ReadType filter(String argument, BiFunction<Table<?>, Object, Condition> condition) {
    return addFilter(argument, new Filter.ByCondition(condition));
  }

  @Override
  public ReadType order(String enumValue, List<OrderKey> keys) {
    if (orders.putIfAbsent(enumValue, List.copyOf(keys)) != null) {
      twice.add("order " + enumValue);
    }
    return this;
  }

  private ReadType add(String field, ReadField how) {
    if (fields.putIfAbsent(field, how) != null) {
      twice.add("field " + field);
    }
    return this;
  }

  private ReadType addFilter(String argument, Filter filter) {
    if (filters.putIfAbsent(argument, filter) != null) {
      twice.add("filter " + argument);
    }
    return this;
  }

  public String type() {
    return type;
  }

  public Table<?> table() {
    return table;
  }

  public Map<String, ReadField> fields() {
    return fields;
  }

  public Map<String, Filter> filters() {
    return filters;
  }

  public Map<String, List<OrderKey>> orders() {
    return orders;
  }

  /** What was declared more than once. */
  public List<String> twice() {
    return twice;
  }

  Optional<ReadField> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** The keys of an order, without the id that is always appended; the first order by default. */
  List<OrderKey> keysOf(@org.jspecify.annotations.Nullable Object enumValue) {
    if (enumValue != null) {
      return orders.getOrDefault(enumValue.toString(), List.of());
    }
    return orders.isEmpty() ? List.of() : orders.values().iterator().next();
  }

  /** A column of this table under an alias. */
  static <T> Field<T> in(Name alias, Field<T> column) {
    return DSL.field(alias.append(column.getUnqualifiedName()), column.getDataType());
  }
}
