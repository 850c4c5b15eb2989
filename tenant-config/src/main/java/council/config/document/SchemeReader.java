package council.config.document;

import council.platform.decision.DecisionEngine;
import council.platform.module.CouncilModule;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.scheme.SchemeSection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads a scheme document strictly: UTF-8, YAML or JSON, the sections of the modules that are on
 * the class path, and nothing else. All problems are told at once. Needs neither server nor
 * database.
 *
 * <p>Immutable; one reader may be used by several threads.
 */
public final class SchemeReader {
  /** The largest document, in bytes of UTF-8. */
  public static final int MAX_BYTES = 2 * 1024 * 1024;

  private final SchemeModel model;
  private final Engines engines;
  private final Templates templates;
  private final Map<String, String> overrides;

  private SchemeReader(
      SchemeModel model, Engines engines, Templates templates, Map<String, String> overrides) {
    this.model = model;
    this.engines = engines;
    this.templates = templates;
    this.overrides = new TreeMap<>(overrides);
  }

  /** For the host's geography and the modules on the class path. */
  public static SchemeReader ofInstalledModules() {
    Set<SchemeSection<?>> sections = new LinkedHashSet<>();
    List<DecisionEngine<?, ?, ?>> engines = new ArrayList<>();
    List<Template> templates = new ArrayList<>();
    for (CouncilModule module : ServiceLoader.load(CouncilModule.class)) {
      sections.addAll(module.schemeSections());
      engines.addAll(module.decisionEngines());
      templates.addAll(TemplateResources.of(module));
    }
    return of(sections, engines, templates);
  }

  /** For exactly these sections; nothing can be decided. */
  public static SchemeReader of(Collection<? extends SchemeSection<?>> sections) {
    return of(sections, List.of());
  }

  /** For exactly these sections and engines, without templates. */
  public static SchemeReader of(
      Collection<? extends SchemeSection<?>> sections,
      Collection<? extends DecisionEngine<?, ?, ?>> engines) {
    return of(sections, engines, List.of());
  }

  /** For exactly these sections, engines and templates. */
  public static SchemeReader of(
      Collection<? extends SchemeSection<?>> sections,
      Collection<? extends DecisionEngine<?, ?, ?>> engines,
      Collection<Template> templates) {
    return new SchemeReader(
        new SchemeModel(List.copyOf(sections)),
        new Engines(engines),
        new Templates(templates),
        Map.of());
  }

  /**
   * The same reader with values that replace those of the document before anything is checked.
   *
   * @param byPath value as YAML by path, such as {@code framework.vehicles.TWO_TIER.areaCap.max} to
   *     {@code 3}; a path may end at a component that the document leaves out, any other path that
   *     is not there is a problem
   */
  public SchemeReader withOverrides(Map<String, String> byPath) {
    return new SchemeReader(model, engines, templates, byPath);
  }

  public SchemeModel model() {
    return model;
  }

  /** The templates that documents can extend, in the order of the modules. */
  public Collection<Template> templates() {
    return Collections.unmodifiableCollection(templates.list());
  }

  /** What decides under the schemes that it reads, by kind of decision. */
  public Collection<DecisionEngine<?, ?, ?>> engines() {
    return engines.list();
  }

  /**
   * Edits the text of a document by path. An item of a list that the document has from a template
   * can be edited too: the list is then written into the document as a whole.
   */
  public EditedScheme edit(String source, List<SchemeEdit> edits) {
    List<SchemeEdit> all =
        read(source)
            .findScheme()
            .map(effective -> InheritedValues.writtenOut(source, effective, edits))
            .orElse(edits);
    return SchemeEdits.apply(source, all);
  }

  /** What the second document changes against the first, by path. */
  public List<SchemeChange> compare(SchemeDocument before, SchemeDocument after) {
    return SchemeComparison.of(model, before, after, engines());
  }

  /** Reads a file, at most one byte more of it than is allowed. */
  public SchemeReading readFile(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in.readNBytes(MAX_BYTES + 1));
    }
  }

  public SchemeReading read(String document) {
    return read(document.getBytes(StandardCharsets.UTF_8));
  }

  public SchemeReading read(byte[] document) {
    Problems problems = new Problems();
    if (document.length > MAX_BYTES) {
      String expected = "at most " + MAX_BYTES + " bytes";
      problems.add(
          "TOO_LARGE",
          "",
          null,
          expected,
          "Expected " + expected + ", but the document is larger.");
      return SchemeReading.unreadable(problems.list());
    }
    Optional<Tree> tree =
        text(document, problems).flatMap(text -> TreeParser.parse(text, problems));
    if (tree.isEmpty()) {
      return SchemeReading.unreadable(problems.list());
    }
    Tree effective = templates.expand(tree.get(), model, problems);
    Tree overridden = new Overrides(model, problems).apply(effective, overrides);
    Optional<SchemeDocument> scheme = new DocumentBinder(model, engines, problems).bind(overridden);
    Places places = new Places(overridden, tree.get());
    List<Problem> told = places.tell(problems.list());
    return new SchemeReading(
        told.isEmpty() ? scheme.orElseThrow() : null,
        told,
        places.tell(problems.warnings()),
        engines,
        new Origins(places));
  }

  /**
   * Reads a canonical document that was published before. It was checked then and is not checked
   * again; a section whose module is no longer on the instance is left out.
   *
   * @throws IllegalStateException where a module can no longer bind what it once published
   */
  public SchemeDocument readPublished(String canonical) {
    Problems problems = new Problems();
    Optional<SchemeDocument> scheme =
        TreeParser.parse(canonical, problems)
            .flatMap(tree -> new DocumentBinder(model, engines, problems).bindPublished(tree));
    return scheme.orElseThrow(
        () -> new IllegalStateException("A published scheme cannot be read: " + problems.list()));
  }

  private static Optional<String> text(byte[] document, Problems problems) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(document))
              .toString();
      return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      problems.add("NOT_UTF8", "", "Expected text in UTF-8, but found other bytes.");
      return Optional.empty();
    }
  }
}
