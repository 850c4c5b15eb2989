package council.config.document;

import council.platform.scheme.SchemeSection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a scheme document of this instance may contain: the header and one section a module. */
public final class SchemeModel {
  private static final Set<String> RESERVED = Set.of(Binder.NOTE, Templates.KEY);

  private final Shapes shapes = new Shapes();
  private final Shape.Composite header = shapes.composite(SchemeHeader.class);
  private final Map<String, Section<?>> sections = new TreeMap<>();

  /** A section with the shape of its record. */
  public record Section<S>(SchemeSection<S> declared, Shape.Composite shape) {}

  public SchemeModel(Collection<SchemeSection<?>> declared) {
    shapes.composite(TemplateUse.class);
    for (SchemeSection<?> section : declared) {
      boolean taken =
          header.findComponent(section.name()).isPresent() || RESERVED.contains(section.name());
      if (taken || sections.put(section.name(), section(section)) != null) {
        throw new IllegalArgumentException(
            "Expected each section once, but two are called " + section.name());
      }
    }
  }

  private <S> Section<S> section(SchemeSection<S> section) {
    return new Section<>(section, shapes.composite(section.type()));
  }

  public Shape.Composite header() {
    return header;
  }

  /** By name. */
  public Collection<Section<?>> sections() {
    return sections.values();
  }

  public Optional<Section<?>> findSection(String name) {
    return Optional.ofNullable(sections.get(name));
  }

  /** Whether a section of this instance declares names of that kind. */
  boolean declares(String kind) {
    return shapes.declares(kind);
  }

  /** The kinds of decision that components name as what they affect. */
  public Set<String> listAffected() {
    return shapes.listAffected();
  }

  /** The shape of a record that stands in documents. */
  public Shape.Composite shapeOf(Class<?> type) {
    return shapes.composite(type);
  }

  /** Every key that a document may have at its top. */
  List<String> topKeys() {
    List<String> keys = new ArrayList<>(header.names());
    keys.add(Templates.KEY);
    keys.addAll(sections.keySet());
    return keys;
  }
}
