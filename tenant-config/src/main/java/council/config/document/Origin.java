package council.config.document;

import org.jspecify.annotations.Nullable;

/**
 * Where one value of the effective document comes from.
 *
 * @param path of a value that holds no others, or of an empty list or object
 * @param value the value as canonical JSON
 * @param template name of the template, where it comes from one
 * @param line line in the document or the template, from 1; absent for a default
 * @param column column there, from 1; absent for a default
 */
public record Origin(
    String path,
    String value,
    Source source,
    @Nullable String template,
    @Nullable Integer line,
    @Nullable Integer column) {

  /** What says the value. */
  public enum Source {
    DOCUMENT,
    TEMPLATE,
    DEFAULT
  }

  static Origin ofDefault(String path, String value) {
    return new Origin(path, value, Source.DEFAULT, null, null, null);
  }

  static Origin at(Mark mark, String path, String value) {
    Source source = mark.template() == null ? Source.DOCUMENT : Source.TEMPLATE;
    return mark.isKnown()
        ? new Origin(path, value, source, mark.template(), mark.line(), mark.column())
        : new Origin(path, value, source, mark.template(), null, null);
  }
}
