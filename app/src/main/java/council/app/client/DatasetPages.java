package council.app.client;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.module.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a module's dataset page by page through the public API. */
public final class DatasetPages {
  private static final int PAGE = 200;
  private static final Pattern DAY_VARIABLE = Pattern.compile("\\$asAt\\b");
  private final ApiClient api;
  private final Dataset dataset;

  public DatasetPages(ApiClient api, Dataset dataset) {
    this.api = api;
    this.dataset = dataset;
  }

  /** Whether what it holds is asked for as of a day. */
  public static boolean dependsOnDay(Dataset dataset) {
    return DAY_VARIABLE.matcher(dataset.document()).find();
  }

  /** Hands on the values of every row, in the order of the dataset's columns. */
  public void forEachRow(@Nullable LocalDate asAt, Consumer<List<JsonNode>> row) {
    String after = null;
    do {
      JsonNode connection =
          at(api.execute(dataset.document(), variables(asAt, after)), dataset.connection());
      connection.path("nodes").forEach(node -> row.accept(values(node)));
      JsonNode page = connection.path("pageInfo");
      after = page.path("hasNextPage").asBoolean() ? page.path("endCursor").asText() : null;
    } while (after != null);
  }

  private Map<String, Object> variables(@Nullable LocalDate asAt, @Nullable String after) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("first", PAGE);
    variables.put("after", after);
    if (dependsOnDay(dataset)) {
      variables.put("asAt", asAt == null ? null : asAt.toString());
    }
    return variables;
  }

  private List<JsonNode> values(JsonNode node) {
    List<JsonNode> values = new ArrayList<>();
    dataset.columns().forEach(column -> values.add(at(node, column.path())));
    return values;
  }

  private static JsonNode at(JsonNode from, String path) {
    JsonNode found = from;
    for (String step : path.split("\\.")) {
      found = found.path(step);
    }
    return found;
  }
}
