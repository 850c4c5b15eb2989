package council.graphql.spi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The fields of a mutation's payload apart from {@code problems}: nodes to read back, or plain
 * records and scalars. It is kept with the idempotency key, so it must survive JSON.
 */
public final class Outcome {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  public static Outcome node(String payloadField, String graphqlType, UUID id) {
    return new Outcome().andNode(payloadField, graphqlType, id);
  }

  public static Outcome value(String payloadField, Object value) {
    return new Outcome().andValue(payloadField, value);
  }

  public Outcome andNode(String payloadField, String graphqlType, UUID id) {
    fields.put(payloadField, new NodeRef(graphqlType, id));
    return this;
  }

  public Outcome andValue(String payloadField, Object value) {
    fields.put(payloadField, value);
    return this;
  }

  public Map<String, Object> fields() {
    return fields;
  }
}
