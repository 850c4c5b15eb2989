package council.config.document;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a value as YAML that reads back to the same value. */
final class TreeText {
  private static final int WIDEST = 80;
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_./()'-]| (?=[\\p{L}\\p{N}(]))*+");

  private final boolean json;

  /**
   * @param json whether all texts and keys are quoted
   */
  TreeText(boolean json) {
    this.json = json;
  }

  /** Whether it is better told in lines of its own. */
  boolean needsLines(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping -> !mapping.entries().isEmpty() && isWide(tree);
      case Tree.Sequence list -> !list.items().isEmpty() && isWide(tree);
      case Tree.Text _, Tree.Number _, Tree.Flag _, Tree.Nothing _, Tree.Broken _ -> false;
    };
  }

  private boolean isWide(Tree tree) {
    return inline(tree).length() > WIDEST;
  }

  /** On one line. */
  String inline(Tree tree) {
    return switch (tree) {
      case Tree.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> key(entry.getKey()) + ": " + inline(entry.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Tree.Sequence list ->
          list.items().stream().map(this::inline).collect(Collectors.joining(", ", "[", "]"));
      case Tree.Text text -> text(text.text());
      case Tree.Number number -> number.text();
      case Tree.Flag flag -> String.valueOf(flag.flag());
      case Tree.Nothing _, Tree.Broken _ -> "null";
    };
  }

  String key(String key) {
    return text(key);
  }

  /** Lines from a column on; the first line starts there without its blanks. */
  String lines(Tree tree, int column) {
    String next = "\n" + " ".repeat(column);
    return switch (tree) {
      case Tree.Mapping mapping when !mapping.entries().isEmpty() ->
          mapping.entries().entrySet().stream()
              .map(entry -> entry(entry, column))
              .collect(Collectors.joining(next));
      case Tree.Sequence list when !list.items().isEmpty() -> items(list.items(), column, next);
      case Tree.Mapping _,
          Tree.Sequence _,
          Tree.Text _,
          Tree.Number _,
          Tree.Flag _,
          Tree.Nothing _,
          Tree.Broken _ ->
          inline(tree);
    };
  }

  private String entry(Map.Entry<String, Tree.Entry> entry, int column) {
    return key(entry.getKey()) + ":" + after(entry.getValue().value(), column);
  }

  private String items(List<Tree> items, int column, String next) {
    return items.stream()
        .map(item -> "- " + (needsLines(item) ? lines(item, column + 2) : inline(item)))
        .collect(Collectors.joining(next));
  }

  /** What stands behind the colon of a key at that column. */
  String after(Tree value, int column) {
    return needsLines(value)
        ? "\n" + " ".repeat(column + 2) + lines(value, column + 2)
        : " " + inline(value);
  }

  private String text(String text) {
    boolean plain = !json && PLAIN.matcher(text).matches() && TreeParser.isPlainText(text);
    return plain
        ? text
        : '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
