package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;

/** An array of objects, one a line. */
final class JsonTable implements TableWriter {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final PrintWriter out;
  private final List<String> headers;
  private boolean first = true;

  JsonTable(PrintWriter out, List<String> headers) {
    this.out = out;
    this.headers = headers;
    out.print("[");
  }

  @Override
  public void write(List<JsonNode> row) {
    ObjectNode object = JSON.createObjectNode();
    for (int column = 0; column < headers.size(); column++) {
      JsonNode value = row.get(column);
      object.set(headers.get(column), value.isMissingNode() ? JSON.nullNode() : value);
    }
    out.print(first ? "\n  " : ",\n  ");
    out.print(object);
    first = false;
  }

  @Override
  public void close() {
    out.println(first ? "]" : "\n]");
    out.flush();
  }
}
