package council.app;

import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * docs/coverage.csv: which rule of the councils' documents is built, where, and which test holds
 * it.
 */
record CoverageSheet(Path root, String csv) {
  private static final List<String> HEADER = List.of("rule", "status", "where", "test", "remark");
  private static final Set<String> BUILT_AND_TESTED = Set.of("CONFIGURED", "WORKFLOW");
  private static final Set<String> EXPLAINED = Set.of("OPEN", "NOT_SOFTWARE");

  /** Effective documents by the text of the scheme. */
  private static final Map<String, String> EFFECTIVE = new ConcurrentHashMap<>();

  /** Everything that is wrong with the sheet, one sentence each. */
  List<String> problems(List<String> expectedRules) {
    var problems = new ArrayList<String>();
    var rows = new LinkedHashMap<String, NamedCsvRecord>();
    try (var reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      for (NamedCsvRecord row : reader) {
        if (!row.getHeader().equals(HEADER)) {
          return List.of(
              "Expected the columns %s, but found %s".formatted(HEADER, row.getHeader()));
        }
        if (rows.put(row.getField("rule"), row) != null) {
          problems.add("Rule %s has more than one row".formatted(row.getField("rule")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    expectedRules.stream()
        .filter(rule -> !rows.containsKey(rule))
        .forEach(rule -> problems.add("Rule %s has no row".formatted(rule)));
    rows.forEach((rule, row) -> checkRow(row, expectedRules, problems));
    return problems;
  }

  private void checkRow(NamedCsvRecord row, List<String> expectedRules, List<String> problems) {
    var rule = row.getField("rule");
    var status = row.getField("status");
    var places = split(row.getField("where"));
    var named = split(row.getField("test"));
    if (!expectedRules.contains(rule)) {
      problems.add("Rule %s is not a known rule".formatted(rule));
    }
    if (EXPLAINED.contains(status)) {
      require(!row.getField("remark").isBlank(), rule, "says nothing about why", problems);
      require(named.isEmpty(), rule, "is %s and yet names a test".formatted(status), problems);
    } else if (BUILT_AND_TESTED.contains(status)) {
      require(!places.isEmpty(), rule, "does not say where it is built", problems);
      require(!named.isEmpty(), rule, "has no test", problems);
    } else if (status.equals("RECORDED")) {
      require(!places.isEmpty(), rule, "does not say where it is recorded", problems);
    } else {
      problems.add("Rule %s has the unknown status %s".formatted(rule, status));
    }
    for (var place : places) {
      require(
          placeExists(place),
          rule,
          "points at %s, which does not exist".formatted(place),
          problems);
    }
    for (var test : named) {
      require(
          new TestSources(root).names(test),
          rule,
          "names the test %s, which does not exist".formatted(test),
          problems);
    }
  }

  private static void require(boolean holds, String rule, String otherwise, List<String> problems) {
    if (!holds) {
      problems.add("Rule %s %s".formatted(rule, otherwise));
    }
  }

  private static List<String> split(String field) {
    return Stream.of(field.split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /**
   * A path in the repository, or {@code path#a.b.c} for a key of a YAML file or a name in source.
   */
  private boolean placeExists(String place) {
    var parts = place.split("#", 2);
    var file = root.resolve(parts[0]).normalize();
    if (!file.startsWith(root) || !Files.exists(file)) {
      return false;
    }
    if (parts.length == 1) {
      return true;
    }
    return Files.isRegularFile(file)
        && (parts[0].endsWith(".yaml") ? keyExists(file, parts[1]) : wordExists(file, parts[1]));
  }

  private static boolean keyExists(Path yaml, String key) {
    Object node = new Load(LoadSettings.builder().build()).loadFromString(effective(yaml));
    for (var step : key.split("\\.")) {
      if (!(node instanceof Map<?, ?> map) || !map.containsKey(step)) {
        return false;
      }
      node = map.get(step);
    }
    return true;
  }

  /** A scheme with what its templates say, so that a key may come from either. */
  private static String effective(Path yaml) {
    return EFFECTIVE.computeIfAbsent(
        read(yaml),
        text ->
            SchemeReader.ofInstalledModules()
                .read(text)
                .findScheme()
                .map(SchemeDocument::canonical)
                .orElse(text));
  }

  private static boolean wordExists(Path source, String word) {
    return Pattern.compile("\\b" + Pattern.quote(word) + "\\b").matcher(read(source)).find();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
