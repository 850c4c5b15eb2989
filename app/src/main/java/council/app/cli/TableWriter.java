package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Takes the rows of a table one by one. */
interface TableWriter extends AutoCloseable {
  void write(List<JsonNode> row);

  @Override
  void close();
}
