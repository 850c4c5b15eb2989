package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The nodes of a connection, one after the other; no more than one page is held. */
final class Pages implements Iterator<JsonNode> {
  private final ApiClient api;
  private final String document;
  private final String connection;
  private final Map<String, Object> variables;
  private Iterator<JsonNode> page = Collections.emptyIterator();
  private @Nullable String after;
  private boolean more = true;

  /**
   * @param document an operation with the variable {@code $after: String}
   * @param connection its root field, or the way to it, such as {@code round.applications}
   * @param variables its other variables
   */
  Pages(ApiClient api, String document, String connection, Map<String, ?> variables) {
    this.api = api;
    this.document = document;
    this.connection = connection;
    this.variables = new HashMap<>(variables);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && more) {
      readPage();
    }
    return page.hasNext();
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }

  private void readPage() {
    variables.put("after", after);
    JsonNode answer = api.execute(document, variables);
    for (String step : connection.split("\\.", -1)) {
      answer = answer.path(step);
    }
    page = answer.path("nodes").elements();
    more = answer.at("/pageInfo/hasNextPage").asBoolean();
    after = answer.at("/pageInfo/endCursor").asText();
  }
}
