package council.app.cli;

import council.app.client.ApiClient;
import council.app.client.OpenDataPackage;
import council.app.client.OpenDataPackage.Form;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What of the frameworks is exported as open data, and where to. */
final class OpenDataOptions {
  /** Stands among the names of datasets and is none: its packages are JSON of their own form. */
  static final String DATASET = "open-data";

  @Option(
      names = "--form",
      defaultValue = "releases",
      paramLabel = "FORM",
      description = "Of open-data: releases or records. Default: ${DEFAULT-VALUE}.")
  Form form = Form.RELEASES;

  @Option(
      names = "--vehicle",
      paramLabel = "CODE",
      description = "Of open-data: code of the framework. Default: all that the scheme publishes.")
  @Nullable String vehicle;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Of open-data: file that is written or replaced. Default: it is printed.")
  @Nullable Path out;

  void export(CommandSpec spec, ApiClient api) {
    OpenDataPackage whole = new OpenDataPackage(api);
    PrintWriter printer = spec.commandLine().getOut();
    try {
      if (out == null) {
        whole.write(printer, form, vehicle);
      } else {
        int count = writeFile(whole, out.toAbsolutePath());
        printer.printf("Wrote %d %s to %s.%n", count, form.member(), out);
      }
    } catch (IOException e) {
      throw new Failure("The file could not be written: " + e.getMessage());
    }
    printer.flush();
  }

  /** Whole or not at all. */
  private int writeFile(OpenDataPackage whole, Path file) throws IOException {
    Path part = Files.createTempFile(file.getParent(), file.getFileName() + ".", ".part");
    try {
      int count;
      try (Writer writer = Files.newBufferedWriter(part)) {
        count = whole.write(writer, form, vehicle);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return count;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
