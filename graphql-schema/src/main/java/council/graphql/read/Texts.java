package council.graphql.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Values cross to and from PostgreSQL as text; here each type's text is written and read. */
final class Texts {
  // No row is older or newer, and the database takes no more than it can hold.
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Texts() {}

  /** A column as text; instants in ISO form whatever the session's time zone is. */
  static Field<String> text(Field<?> column) {
    Class<?> type = column.getDataType().getType();
    if (type == OffsetDateTime.class || type == Instant.class) {
      return DSL.field(
          "to_char({0} at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
          SQLDataType.CLOB, column);
    }
    return column.cast(SQLDataType.CLOB);
  }

  /** How a column's text becomes a value that the schema's type serialises. */
  static Function<String, @Nullable Object> reader(GraphQLType type) {
    GraphQLType nullable = GraphQLTypeUtil.unwrapNonNull(type);
    if (GraphQLTypeUtil.isList(nullable)) {
      Function<String, @Nullable Object> element = reader(GraphQLTypeUtil.unwrapOne(nullable));
      return text -> PgArray.parse(text).stream().map(e -> read(element, e)).toList();
    }
    return switch (nullable) {
      case GraphQLScalarType scalar -> scalarReader(scalar.getName());
      case GraphQLEnumType ignored -> text -> text;
      default -> throw new IllegalArgumentException(nullable + " cannot be read from a column");
    };
  }

  private static @Nullable Object read(
      Function<String, @Nullable Object> element, @Nullable Object text) {
    return text == null ? null : element.apply(text.toString());
  }

  private static Function<String, @Nullable Object> scalarReader(String scalar) {
    return switch (scalar) {
      case "Int" -> Integer::valueOf;
      case "Float" -> Double::valueOf;
      case "Boolean" -> text -> text.equals("true") || text.equals("t");
      case "Decimal", "Gbp" -> BigDecimal::new;
      case "Date" -> PgTimes::day;
      case "DateTime" -> PgTimes::instant;
      case "Json" -> Texts::json;
      default -> text -> text;
    };
  }

  private static Object json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException("A JSON column holds no JSON", notJson);
    }
  }

  /** An argument's value as PostgreSQL reads it, before the cast to the column's type. */
  static String of(Object value) {
    return switch (value) {
      case BigDecimal decimal -> decimal.toPlainString();
      case List<?> list -> PgArray.literal(list.stream().map(Texts::of).toList());
      default -> value.toString();
    };
  }

  /** Whether a cursor's value, which anybody can write, can be read as the column's type. */
  static boolean isReadable(Class<?> type, String value) {
    try {
      if (type == UUID.class) {
        return UUID.fromString(value).toString().equals(value);
      }
      if (type == Integer.class || type == Long.class || type == Short.class) {
        return String.valueOf(Long.parseLong(value)).equals(value);
      }
      if (type == BigDecimal.class) {
        return new BigDecimal(value).precision() < 1000;
      }
      if (type == LocalDate.class) {
        PgTimes.day(value);
        return true;
      }
      if (type == OffsetDateTime.class || type == Instant.class) {
        int year = PgTimes.instant(value).atOffset(ZoneOffset.UTC).getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR;
      }
      return true;
    } catch (RuntimeException unreadable) {
      return false;
    }
  }

  /** The typed value of a column for a computation. */
  static <T> @Nullable T typed(Field<T> column, @Nullable String text) {
    if (text == null) {
      return null;
    }
    Class<?> type = column.getDataType().getType();
    if (type == OffsetDateTime.class) {
      return column.getDataType().convert(PgTimes.instant(text).atOffset(ZoneOffset.UTC));
    }
    if (type == Instant.class) {
      return column.getDataType().convert(PgTimes.instant(text));
    }
    if (type == LocalDate.class) {
      return column.getDataType().convert(PgTimes.day(text));
    }
    if (type == Boolean.class) {
      return column.getDataType().convert(text.equals("true"));
    }
    if (type.isArray()) {
      return column.getDataType().convert((Object) PgArray.parse(text).toArray());
    }
    return column.getDataType().convert((Object) text);
  }
}
