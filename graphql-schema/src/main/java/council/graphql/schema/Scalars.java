package council.graphql.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The scalars of the base schema. Decimals cross as strings, exactly. */
final class Scalars {
  private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        text(
            "Date",
            "an ISO day of the years 1900 to 2200 such as 2015-06-01",
            Scalars::day,
            Scalars::iso),
        text(
            "DateTime",
            "an ISO instant of the years 1900 to 2200 such as 2015-06-01T09:30:00Z",
            Scalars::instant,
            Scalars::iso),
        text(
            "Decimal",
            "a decimal as a string, such as \"71.25\"",
            Scalars::decimal,
            Scalars::plain),
        text(
            "Gbp",
            "pounds as a string with at most two decimals, such as \"1234.50\"",
            Scalars::gbp,
            value -> gbp(plain(value)).setScale(2, RoundingMode.UNNECESSARY).toPlainString()),
        text("Code", "a code of 1 to 200 characters", Scalars::code, Object::toString),
        GraphQLScalarType.newScalar().name("Json").coercing(new JsonValue()).build());
  }

  private static GraphQLScalarType text(
      String name, String expected, Function<String, Object> read, Function<Object, String> write) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new AsText(name, expected, read, write))
        .build();
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    checkYear(day);
    return day;
  }

  private static Instant instant(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
    checkYear(moment.toLocalDate());
    return moment.toInstant();
  }

  /** Java takes years that no council has and that PostgreSQL writes in a form of its own. */
  private static void checkYear(LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException("of no year that is dealt with");
    }
  }

  private static String iso(Object value) {
    return value instanceof OffsetDateTime moment
        ? moment.toInstant().toString()
        : value.toString();
  }

  private static BigDecimal decimal(String text) {
    if (!PLAIN_DECIMAL.matcher(text).matches()) {
      throw new IllegalArgumentException("not in plain notation");
    }
    return new BigDecimal(text);
  }

  private static BigDecimal gbp(String text) {
    BigDecimal amount = decimal(text);
    if (amount.stripTrailingZeros().scale() > 2) {
      throw new IllegalArgumentException("more than two decimals");
    }
    return amount;
  }

  private static String plain(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  private static String code(String text) {
    if (text.isBlank() || text.length() > 200) {
      throw new IllegalArgumentException("empty or too long");
    }
    return text;
  }

  /** A scalar that is a string in JSON. */
  private record AsText(
      String name, String expected, Function<String, Object> read, Function<Object, String> write)
      implements Coercing<Object, String> {

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
      try {
        return write.apply(value);
      } catch (RuntimeException unfit) {
        throw new CoercingSerializeException("A value does not fit " + name, unfit);
      }
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      if (input instanceof String text) {
        return parse(text, CoercingParseValueException::new);
      }
      if (input instanceof LocalDate || input instanceof Instant || input instanceof BigDecimal) {
        return input;
      }
      throw new CoercingParseValueException(
          name + " must be " + expected + ", but was " + input.getClass().getSimpleName() + ".");
    }

    @Override
    public Object parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (literal instanceof StringValue text) {
        return parse(String.valueOf(text.getValue()), CoercingParseLiteralException::new);
      }
      throw new CoercingParseLiteralException(name + " must be " + expected + ".");
    }

    private Object parse(String text, Function<String, RuntimeException> refused) {
      try {
        return read.apply(text);
      } catch (RuntimeException unreadable) {
        String shown = text.length() > 60 ? text.substring(0, 60) + "..." : text;
        throw refused.apply(name + " must be " + expected + ", but was '" + shown + "'.");
      }
    }
  }

  /** Any JSON, as Jackson or Java collections hold it. */
  private static final class JsonValue implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
      return value;
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
      return input;
    }

    @Override
    public @Nullable Object parseLiteral(
        Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
      return switch (literal) {
        case StringValue text -> text.getValue();
        case BooleanValue truth -> truth.isValue();
        case IntValue number -> number.getValue();
        case FloatValue number -> number.getValue();
        case EnumValue word -> word.getName();
        case VariableReference variable -> variables.get(variable.getName());
        case ArrayValue array ->
            array.getValues().stream()
                .map(v -> parseLiteral(v, variables, context, locale))
                .toList();
        case ObjectValue object -> object(object, variables, context, locale);
        case NullValue ignored -> null;
        default -> throw new CoercingParseLiteralException("Json must be a JSON value.");
      };
    }

    private Map<String, @Nullable Object> object(
        ObjectValue object, CoercedVariables variables, GraphQLContext context, Locale locale) {
      Map<String, @Nullable Object> fields = new HashMap<>();
      for (ObjectField field : object.getObjectFields()) {
        fields.put(field.getName(), parseLiteral(field.getValue(), variables, context, locale));
      }
      return fields;
    }
  }
}
