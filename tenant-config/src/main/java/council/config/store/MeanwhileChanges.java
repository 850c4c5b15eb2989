package council.config.store;

import council.config.document.SchemeChange;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.config.store.generated.tables.records.SchemeDraftTextRecord;
import council.platform.problem.Problem;
import council.platform.problem.Problems;
import council.platform.problem.Revisions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Tells whoever saw an older revision of a draft what somebody else changed since. */
@Singleton
final class MeanwhileChanges {
  private static final String CHANGED = "CHANGED_MEANWHILE";
  private static final int MOST_TOLD = 100;

  private final DraftStore drafts;
  private final SchemeReader reader;

  MeanwhileChanges(DraftStore drafts, SchemeReader reader) {
    this.drafts = drafts;
    this.reader = reader;
  }

  /** The stale revision, who wrote last, and every change of the text by its path. */
  List<Problem> tell(SchemeDraftRecord draft, int seen) {
    Problems problems = new Problems();
    Revisions.check(seen, draft.getRevision(), problems);
    List<Problem> told = new ArrayList<>(problems.list());
    Optional<SchemeDraftTextRecord> then = drafts.findTextAt(draft.getId(), seen);
    Optional<SchemeDraftTextRecord> now = drafts.findTextAt(draft.getId(), draft.getRevision());
    if (then.isPresent() && now.isPresent() && differ(then.get(), now.get())) {
      told.addAll(changes(then.get(), now.get()));
    }
    return told;
  }

  private static boolean differ(SchemeDraftTextRecord then, SchemeDraftTextRecord now) {
    return !Objects.equals(then.getSourceText(), now.getSourceText());
  }

  private List<Problem> changes(SchemeDraftTextRecord then, SchemeDraftTextRecord now) {
    Optional<SchemeDocument> before = reader.read(then.getSourceText()).findScheme();
    Optional<SchemeDocument> after = reader.read(now.getSourceText()).findScheme();
    if (before.isEmpty() || after.isEmpty()) {
      return List.of(wholeText(now));
    }
    List<SchemeChange> changes = reader.compare(before.get(), after.get());
    if (changes.isEmpty() || changes.size() > MOST_TOLD) {
      return List.of(wholeText(now));
    }
    return changes.stream().map(change -> changed(change, now)).toList();
  }

  private static Problem wholeText(SchemeDraftTextRecord now) {
    String message =
        "The text was changed by %s at %s; both texts are kept."
            .formatted(now.getWrittenByLabel(), now.getWrittenAt());
    return Problem.of(CHANGED, "", message);
  }

  private static Problem changed(SchemeChange change, SchemeDraftTextRecord now) {
    String message =
        "%s was changed meanwhile, last by %s: from %s to %s."
            .formatted(
                change.path(),
                now.getWrittenByLabel(),
                shown(change.before()),
                shown(change.after()));
    return new Problem(CHANGED, change.path(), message, change.before(), change.after());
  }

  private static String shown(@org.jspecify.annotations.Nullable String value) {
    if (value == null) {
      return "nothing";
    }
    return value.length() <= 80 ? value : value.substring(0, 77) + "...";
  }
}
