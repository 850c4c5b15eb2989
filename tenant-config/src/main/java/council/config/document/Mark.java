package council.config.document;

import org.jspecify.annotations.Nullable;

/**
 * A place in a text, counted from 1.
 *
 * @param template name of the template whose text it is; absent for the document itself
 */
record Mark(int line, int column, @Nullable String template) {
  /** Of what stands in no text: a default or an override. */
  static final Mark NONE = new Mark(0, 0, null);

  boolean isKnown() {
    return line > 0;
  }

  /** Such as " (line 3, column 7)"; empty where the place is not known. */
  String told() {
    String of = template == null ? "" : "template " + template + ", ";
    return isKnown() ? " (" + of + "line " + line + ", column " + column + ")" : "";
  }
}
