package council.config.store;

import council.config.api.SchemeDrafts.RebaseDraft;
import council.config.document.Paths;
import council.config.document.SchemeChange;
import council.config.document.SchemeDocument;
import council.config.document.SchemeEdit;
import council.config.document.SchemeReader;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.identity.Actor;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts a draft on the version that was published meanwhile. Three documents meet: the old base, the
 * present base and the draft. What only the present base changed is taken over; what both changed
 * differently must be settled by whoever rebases.
 */
@Singleton
final class DraftRebase {
  private static final Set<String> OWN = Set.of("effectiveFrom");

  private final DraftSteps steps;
  private final DraftWriting writing;
  private final SchemeReader reader;
  private final StoredSchemes schemes;

  DraftRebase(DraftSteps steps, DraftWriting writing, SchemeReader reader, StoredSchemes schemes) {
    this.steps = steps;
    this.writing = writing;
    this.reader = reader;
    this.schemes = schemes;
  }

  void rebase(Actor actor, RebaseDraft command) {
    DraftSteps.Begun begun =
        steps.begin(actor, command.draft(), command.revision(), "rebaseSchemeDraft", command.why());
    SchemeDraftRecord draft = begun.draft();
    UUID present = writing.baseOf(draft).map(VersionStore.Key::id).orElse(null);
    if (Objects.equals(present, draft.getBaseVersionId())) {
      throw new Refused(
          "BASE_IS_PRESENT",
          "input.draft",
          "The draft stands on the version that holds on its day already.");
    }
    String text =
        present == null || draft.getBaseVersionId() == null
            ? draft.getSourceText()
            : merged(draft, present, command);
    draft.setBaseVersionId(present);
    writing.write(actor, begun, text, "SchemeDraftRebased");
  }

  private String merged(SchemeDraftRecord draft, UUID present, RebaseDraft command) {
    SchemeDocument base = schemes.getDocument(Objects.requireNonNull(draft.getBaseVersionId()));
    SchemeDocument theirs = schemes.getDocument(present);
    SchemeDocument own = reader.read(draft.getSourceText()).getScheme();
    Map<String, SchemeChange> ours = byPath(reader.compare(base, own));
    Set<String> keep = new HashSet<>(command.keep());
    List<SchemeChange> changes = reader.compare(base, theirs);
    checkKept(keep, changes);
    List<SchemeEdit> edits = takenOver(ours, changes, keep);
    String text = reader.edit(draft.getSourceText(), edits).getSource();
    SchemeDocument result = reader.read(text).getScheme();
    Problems conflicts = new Problems();
    for (SchemeChange left : reader.compare(theirs, result)) {
      if (!isSettled(left.path(), keep) && touching(ours, left.path()) == null) {
        conflicts.add(conflict(left.after(), left.before(), left.path()));
      }
    }
    conflicts.throwIfAny();
    return text;
  }

  /** A path that nobody changed is a slip of the pen. */
  private static void checkKept(Set<String> keep, List<SchemeChange> changes) {
    Problems problems = new Problems();
    keep.stream()
        .sorted()
        .filter(path -> changes.stream().noneMatch(change -> Paths.isWithin(change.path(), path)))
        .forEach(path ->
            problems.add(
                "NOTHING_TO_KEEP",
                "input.keep",
                path,
                "paths that the version published meanwhile has changed",
                "The version published meanwhile changed nothing at " + path + "."));
    problems.throwIfAny();
  }

  private static boolean isSettled(String path, Set<String> keep) {
    return OWN.contains(path) || keep.stream().anyMatch(kept -> Paths.isWithin(path, kept));
  }

  private static List<SchemeEdit> takenOver(
      Map<String, SchemeChange> ours, List<SchemeChange> changes, Set<String> keep) {
    List<SchemeEdit> edits = new ArrayList<>();
    Problems conflicts = new Problems();
    for (SchemeChange theirs : changes) {
      if (isSettled(theirs.path(), keep)) {
        continue;
      }
      SchemeChange same = touching(ours, theirs.path());
      if (same == null) {
        edits.add(new SchemeEdit(placeOf(theirs), theirs.after()));
      } else if (!agrees(same, theirs)) {
        conflicts.add(conflict(same.after(), theirs.after(), theirs.path()));
      }
    }
    conflicts.throwIfAny();
    return edits;
  }

  /** A new item of a list has no place yet; it is put at the end. */
  private static String placeOf(SchemeChange change) {
    boolean newItem = change.change() == SchemeChange.Change.ADDED && change.path().endsWith("]");
    return newItem
        ? change.path().substring(0, change.path().lastIndexOf('[')) + "[+]"
        : change.path();
  }

  private static boolean agrees(SchemeChange ours, SchemeChange theirs) {
    return ours.path().equals(theirs.path()) && Objects.equals(ours.after(), theirs.after());
  }

  private static Map<String, SchemeChange> byPath(List<SchemeChange> changes) {
    Map<String, SchemeChange> byPath = new HashMap<>();
    changes.forEach(change -> byPath.put(change.path(), change));
    return byPath;
  }

  /** A change of ours at the path, above it or below it. */
  private static @Nullable SchemeChange touching(Map<String, SchemeChange> ours, String path) {
    return ours.values().stream()
        .filter(
            change -> Paths.isWithin(change.path(), path) || Paths.isWithin(path, change.path()))
        .findFirst()
        .orElse(null);
  }

  private static Problem conflict(@Nullable String ours, @Nullable String theirs, String path) {
    String message =
        "The draft and the version published meanwhile do not agree on %s; name the path under keep, or edit the draft to the version's value."
            .formatted(path);
    return new Problem("REBASE_CONFLICT", path, message, ours, theirs);
  }
}
