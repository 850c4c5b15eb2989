package council.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** CSV with a heading; lists are joined by semicolons, what is absent is empty. */
final class CsvTable implements TableWriter {
  private final CsvWriter csv;

  CsvTable(PrintWriter out, List<String> headers) {
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(headers);
  }

  @Override
  public void write(List<JsonNode> row) {
    csv.writeRecord(row.stream().map(CsvTable::text).toList());
  }

  private static String text(JsonNode value) {
    if (value.isArray()) {
      List<String> parts = new ArrayList<>();
      value.forEach(part -> parts.add(text(part)));
      return String.join(";", parts);
    }
    return value.isMissingNode() || value.isNull()
        ? ""
        : value.isObject() ? value.toString() : value.asText();
  }

  /** Leaves standard output open. */
  @Override
  public void close() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
