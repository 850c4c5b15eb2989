package council.platform.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * The one way in which Jackson is set up. Reading: an unknown property, a property given twice, a
 * missing component that is not {@code @Nullable}, text where a number is due and trailing input
 * are errors. Writing: decimals are plain text with their scale, dates and instants are ISO, what
 * is absent is left out.
 */
public final class StrictJson {
  private static final ObjectMapper MAPPER = build();

  private StrictJson() {}

  /** Shared and never to be reconfigured; take a {@code copy()} to differ. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }

  private static ObjectMapper build() {
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), exactDecimals())
        .accessorNaming(new ComponentsOnly())
        .annotationIntrospector(new RecordComponentsAreRequired())
        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .disable(
            DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE,
            DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .withCoercionConfigDefaults(refuse(CoercionInputShape.EmptyString))
        .withCoercionConfig(
            LogicalType.Integer, refuse(CoercionInputShape.String, CoercionInputShape.EmptyString))
        .withCoercionConfig(LogicalType.Float, refuse(CoercionInputShape.EmptyString))
        .withCoercionConfig(LogicalType.DateTime, refuse(CoercionInputShape.EmptyString))
        .withCoercionConfig(
            LogicalType.Boolean, refuse(CoercionInputShape.String, CoercionInputShape.Integer))
        .withCoercionConfig(
            LogicalType.Textual,
            refuse(
                CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean))
        .build();
  }

  private static Consumer<MutableCoercionConfig> refuse(CoercionInputShape... shapes) {
    return config -> {
      for (CoercionInputShape shape : shapes) {
        config.setCoercion(shape, CoercionAction.Fail);
      }
    };
  }

  private static SimpleModule exactDecimals() {
    return new SimpleModule("exact-decimals").addSerializer(new DecimalAsText());
  }

  /** A JSON number would pass through a double on its way into the canonical form. */
  private static final class DecimalAsText extends StdScalarSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    DecimalAsText() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toPlainString());
    }
  }
}
