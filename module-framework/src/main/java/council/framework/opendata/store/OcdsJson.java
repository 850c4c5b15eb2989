package council.framework.opendata.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import council.platform.json.StrictJson;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes records as the standard wants them: amounts are numbers, members keep their order. */
final class OcdsJson {
  private static final ObjectMapper MAPPER =
      StrictJson.mapper()
          .copy()
          .registerModule(new SimpleModule("plain-numbers").addSerializer(new DecimalAsNumber()));

  private OcdsJson() {}

  static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Every release can be written", e);
    }
  }

  private static final class DecimalAsNumber extends StdScalarSerializer<BigDecimal> {
    private static final long serialVersionUID = 1L;

    DecimalAsNumber() {
      super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.toPlainString());
    }
  }
}
