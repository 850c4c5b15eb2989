package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** One change between two schemes on one line. */
final class ChangeLine {
  private ChangeLine() {}

  static String of(JsonNode change) {
    StringBuilder line = new StringBuilder(change.path("path").asText()).append(": ");
    switch (change.path("change").asText()) {
      case "ADDED" -> line.append("added ").append(change.path("after").asText());
      case "REMOVED" -> line.append("removed ").append(change.path("before").asText());
      default ->
          line.append(change.path("before").asText())
              .append(" -> ")
              .append(change.path("after").asText());
    }
    String title = change.path("title").asText("");
    if (!title.isEmpty()) {
      line.append("  # ").append(title);
    }
    if (!change.path("affects").isEmpty()) {
      line.append("; affects");
      change.path("affects").forEach(kind -> line.append(' ').append(kind.asText()));
    }
    return line.toString();
  }
}
