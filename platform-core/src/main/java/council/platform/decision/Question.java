package council.platform.decision;

import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.DecisionRecord;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be decided: about whom, under which scheme, from which canonical facts. */
record Question(
    String kind,
    String subjectType,
    UUID subjectId,
    @Nullable UUID providerId,
    UUID schemeVersionId,
    String schemeHash,
    String facts) {

  static Question of(DecisionRecord row) {
    return new Question(
        row.getKind(),
        row.getSubjectType(),
        row.getSubjectId(),
        row.getProviderId(),
        row.getSchemeVersionId(),
        row.getSchemeHash(),
        row.getFacts());
  }

  void writeTo(DecisionRecord row) {
    row.setKind(kind);
    row.setSubjectType(subjectType);
    row.setSubjectId(subjectId);
    row.setProviderId(providerId);
    row.setSchemeVersionId(schemeVersionId);
    row.setSchemeHash(schemeHash);
    row.setFacts(facts);
    row.setFactsSha256(CanonicalJson.sha256HexOf(facts));
  }
}
