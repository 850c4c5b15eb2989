package council.graphql.read;

import council.graphql.spi.ReadType.OrderKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A total order of a list: the declared keys and then the id, in the direction of the last key.
 * Nulls stand where PostgreSQL puts them: last when ascending, first when descending.
 */
record Ordering(String list, List<OrderKey> keys) {

  static Ordering of(ReadDeclaration type, @Nullable Object enumValue) {
    List<OrderKey> keys = new ArrayList<>(type.keysOf(enumValue));
    boolean descending = !keys.isEmpty() && keys.getLast().descending();
    keys.add(new OrderKey(ReadDeclaration.ID, descending));
    String name = enumValue == null ? "" : enumValue.toString();
    return new Ordering(type.type() + "/" + name, List.copyOf(keys));
  }

  List<SortField<?>> sortFields(Name alias) {
    List<SortField<?>> sorted = new ArrayList<>();
    for (OrderKey key : keys) {
      Field<?> column = ReadDeclaration.in(alias, key.column());
      sorted.add(key.descending() ? column.desc() : column.asc());
    }
    return sorted;
  }

  List<Field<String>> texts(Name alias) {
    return keys.stream().map(k -> Texts.text(ReadDeclaration.in(alias, k.column()))).toList();
  }

  Cursor decode(String encoded) {
    Cursor cursor = Cursor.decode(encoded, list, keys.size());
    for (int i = 0; i < keys.size(); i++) {
      DataType<?> type = keys.get(i).column().getDataType();
      String value = cursor.values().get(i);
      if (value == null ? !type.nullable() : !Texts.isReadable(type.getType(), value)) {
        throw Cursor.refused("is not a cursor that this API gave out");
      }
    }
    return cursor;
  }

  /** What comes after a cursor; {@code absent} tells which of its values are null. */
  Condition after(Name alias, List<Boolean> absent, java.util.function.IntFunction<Field<?>> bind) {
    boolean oneWay = keys.stream().map(OrderKey::descending).distinct().count() == 1;
    boolean present = keys.stream().noneMatch(k -> k.column().getDataType().nullable());
    if (oneWay && present) {
      return tuple(alias, bind);
    }
    Condition after = DSL.falseCondition();
    for (int i = keys.size() - 1; i >= 0; i--) {
      after =
          beyond(alias, i, absent.get(i), bind).or(same(alias, i, absent.get(i), bind).and(after));
    }
    return after;
  }

  private Condition tuple(Name alias, java.util.function.IntFunction<Field<?>> bind) {
    var row = DSL.row(keys.stream().map(k -> ReadDeclaration.in(alias, k.column())).toList());
    var cursor = DSL.row(IntStream.range(0, keys.size()).mapToObj(bind).toList());
    return keys.getFirst().descending() ? row.lt(cursor) : row.gt(cursor);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Condition beyond(
      Name alias, int i, boolean absent, java.util.function.IntFunction<Field<?>> bind) {
    Field column = ReadDeclaration.in(alias, keys.get(i).column());
    if (keys.get(i).descending()) {
      return absent ? column.isNotNull() : column.lt((Field) bind.apply(i));
    }
    if (absent) {
      return DSL.falseCondition();
    }
    Condition greater = column.gt((Field) bind.apply(i));
    return column.getDataType().nullable() ? greater.or(column.isNull()) : greater;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Condition same(
      Name alias, int i, boolean absent, java.util.function.IntFunction<Field<?>> bind) {
    Field column = ReadDeclaration.in(alias, keys.get(i).column());
    return absent ? column.isNull() : column.eq((Field) bind.apply(i));
  }
}
