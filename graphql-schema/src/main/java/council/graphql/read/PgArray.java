package council.graphql.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's text form of arrays: {@code {a,"b c",NULL,{...}}}. */
final class PgArray {
  private final String text;
  private int at;

  private PgArray(String text) {
    this.text = text;
  }

  /** Elements are strings, nulls or lists of the same. */
  static List<@Nullable Object> parse(String literal) {
    return new PgArray(literal).array();
  }

  private List<@Nullable Object> array() {
    List<@Nullable Object> elements = new ArrayList<>();
    at++;
    while (text.charAt(at) != '}') {
      if (text.charAt(at) == ',') {
        at++;
      }
      elements.add(element());
    }
    at++;
    return elements;
  }

  private @Nullable Object element() {
    return switch (text.charAt(at)) {
      case '{' -> array();
      case '"' -> quoted();
      default -> plain();
    };
  }

  private String quoted() {
    int start = ++at;
    int end = start;
    while (text.charAt(end) != '"' && text.charAt(end) != '\\') {
      end++;
    }
    if (text.charAt(end) == '"') {
      at = end + 1;
      return text.substring(start, end);
    }
    return escaped(start, end);
  }

  private String escaped(int start, int firstBackslash) {
    StringBuilder unescaped = new StringBuilder(text.length() - start);
    unescaped.append(text, start, firstBackslash);
    at = firstBackslash;
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        at++;
      }
      unescaped.append(text.charAt(at++));
    }
    at++;
    return unescaped.toString();
  }

  private @Nullable String plain() {
    int start = at;
    while (text.charAt(at) != ',' && text.charAt(at) != '}') {
      at++;
    }
    String element = text.substring(start, at);
    return element.equals("NULL") ? null : element;
  }

  /** The text form of a flat list, for a bind that is cast to an array. */
  static String literal(List<String> elements) {
    StringBuilder literal = new StringBuilder("{");
    for (String element : elements) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      literal.append(element.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
    return literal.append('}').toString();
  }
}
