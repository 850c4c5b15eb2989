package council.config.document;

import council.platform.json.CanonicalJson;
import council.platform.scheme.SchemeView;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scheme document that was read without a problem. */
public final class SchemeDocument implements SchemeView {
  private final SchemeHeader header;
  private final Map<String, Object> sections;
  private final Names names;
  private final String canonical;
  private final String contentHash;

  SchemeDocument(SchemeModel model, SchemeHeader header, Map<String, Object> sections) {
    this.header = header;
    this.sections = new LinkedHashMap<>(sections);
    this.names = Names.of(model, sections);
    this.canonical = CanonicalForm.of(model, header, sections);
    this.contentHash = CanonicalJson.sha256HexOf(canonical);
  }

  SchemeHeader header() {
    return header;
  }

  Map<String, Object> sections() {
    return Collections.unmodifiableMap(sections);
  }

  @Override
  public String council() {
    return header.council();
  }

  public String title() {
    return header.title();
  }

  @Override
  public LocalDate effectiveFrom() {
    return header.effectiveFrom();
  }

  @Override
  public <S> Optional<S> findSection(Class<S> type) {
    return sections.values().stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public Set<String> names(String kind) {
    return names.ofKind(kind);
  }

  /** Worked examples, in the order of the document. */
  public List<Example> examples() {
    return header.examples();
  }

  /** How versions that follow are put in force. */
  public Publication publication() {
    return header.publication();
  }

  /** Names of the sections that the document contains. */
  public Set<String> sectionNames() {
    return Set.copyOf(sections.keySet());
  }

  /** The effective document as canonical JSON: defaults filled in, remarks left out. */
  public String canonical() {
    return canonical;
  }

  /** SHA-256 of {@link #canonical()}, in hexadecimal. */
  public String contentHash() {
    return contentHash;
  }
}
