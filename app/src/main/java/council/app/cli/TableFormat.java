package council.app.cli;

import java.io.PrintWriter;
import java.util.List;

/** How a table is printed. */
enum TableFormat {
  CSV {
    @Override
    TableWriter open(PrintWriter out, List<String> headers) {
      return new CsvTable(out, headers);
    }
  },
  JSON {
    @Override
    TableWriter open(PrintWriter out, List<String> headers) {
      return new JsonTable(out, headers);
    }
  };

  abstract TableWriter open(PrintWriter out, List<String> headers);
}
