package council.graphql.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import council.graphql.spi.NodeRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a mutation as it is kept with the idempotency key. The first answer is made from
 * the kept text too, so that the second cannot differ.
 */
final class OutcomeJson {
  private static final String NODE = "$node";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .addModule(new SimpleModule().addSerializer(new NodeRefs()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(com.fasterxml.jackson.databind.MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private OutcomeJson() {}

  private static final class NodeRefs extends StdSerializer<NodeRef> {
    private static final long serialVersionUID = 1L;

    NodeRefs() {
      super(NodeRef.class);
    }

    @Override
    public void serialize(NodeRef node, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField(NODE, node.graphqlType());
      json.writeStringField("id", node.id().toString());
      json.writeEndObject();
    }
  }

  static String write(Object outcome) {
    try {
      return JSON.writeValueAsString(outcome);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An outcome cannot be kept as JSON", e);
    }
  }

  static Map<String, @Nullable Object> read(String kept) {
    try {
      Map<String, @Nullable Object> fields =
          JSON.readValue(kept, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
      fields.replaceAll((name, value) -> withNodes(value));
      return fields;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A kept outcome cannot be read", e);
    }
  }

  private static @Nullable Object withNodes(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map when map.containsKey(NODE) ->
          new NodeRef(
              String.valueOf(map.get(NODE)), UUID.fromString(String.valueOf(map.get("id"))));
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        map.forEach((name, part) -> read.put(String.valueOf(name), withNodes(part)));
        yield read;
      }
      case List<?> list -> {
        List<@Nullable Object> read = new ArrayList<>();
        list.forEach(part -> read.add(withNodes(part)));
        yield read;
      }
      case null, default -> value;
    };
  }
}
