package council.config.store;

import council.config.api.KeptFindings;
import council.config.document.SchemeDocument;
import council.config.document.SchemeReader;
import council.config.document.SchemeReading;
import council.config.store.generated.tables.records.SchemeDraftRecord;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks the text of a draft and keeps with the draft what was found. */
@Singleton
final class DraftReading {
  private final SchemeReader reader;
  private final VersionRules rules;

  DraftReading(SchemeReader reader, VersionRules rules) {
    this.reader = reader;
    this.rules = rules;
  }

  /** Reads what the draft says now, at this very moment. */
  SchemeReading read(SchemeDraftRecord draft) {
    return reader.read(draft.getSourceText());
  }

  /**
   * Sets everything that follows from the text. A draft is sound if nothing of it would refuse a
   * publication but time and other versions.
   */
  void check(SchemeDraftRecord draft) {
    refuseTooLarge(draft.getSourceText());
    SchemeReading reading = read(draft);
    Problems problems = new Problems();
    problems.addAll(reading.problems());
    Optional<SchemeDocument> scheme = reading.findScheme();
    scheme.ifPresent(found -> rules.isOfCouncil(draft.getTenantId(), found, problems));
    draft.setContent(scheme.map(SchemeDocument::canonical).orElse(null));
    draft.setContentSha256(scheme.map(SchemeDocument::contentHash).orElse(null));
    draft.setTitle(scheme.map(SchemeDocument::title).orElse(null));
    draft.setEffectiveFrom(scheme.map(SchemeDocument::effectiveFrom).orElse(null));
    draft.setProblems(KeptFindings.ofProblems(problems.list()));
    draft.setWarnings(KeptFindings.ofProblems(reading.warnings()));
    draft.setExamples(KeptFindings.ofExamples(reading.examples()));
    draft.setSound(scheme.isPresent() && problems.none() && reading.listBlocking().isEmpty());
  }

  /** What no reader would take is not kept for good either. */
  private static void refuseTooLarge(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > SchemeReader.MAX_BYTES) {
      String expected = "at most " + SchemeReader.MAX_BYTES + " bytes";
      throw new Refused(
          "TOO_LARGE", "input.document", "Expected " + expected + ", but the document is larger.");
    }
  }
}
