package council.platform.audit;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.json.CanonicalJson;
import council.platform.store.generated.tables.records.AuditRecord;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit in the form that is hashed: a canonical JSON object with every column of the
 * row, as docs/decisions/0015 describes it to outsiders.
 *
 * @param canonical the text whose UTF-8 is hashed
 * @param seq the row's number in the order of writing
 * @param at when the change was made, by the clock of the application
 * @param createdAt when its transaction began, by the clock of the database
 */
public record AuditLine(String canonical, long seq, Instant at, Instant createdAt) {
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** The row as the database holds it. */
  public static AuditLine of(AuditRecord row) {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("kind", "entry");
    members.put("tenant", row.getTenantId());
    members.put("id", row.getId());
    members.put("seq", row.getSeq());
    members.put("at", time(row.getAt()));
    members.put("byId", row.getById());
    members.put("by", row.getByLabel());
    members.put("subjectType", row.getSubjectType());
    members.put("subjectId", row.getSubjectId());
    members.put("providerId", row.getProviderId());
    members.put("action", row.getAction());
    members.put("before", row.getBefore());
    members.put("after", row.getAfter());
    members.put("why", row.getWhy());
    members.put("createdAt", time(row.getCreatedAt()));
    return new AuditLine(
        CanonicalJson.text(members), row.getSeq(), row.getAt(), row.getCreatedAt());
  }

  /**
   * What somebody hands in as such a row. Its content is not trusted, so a member that is not there
   * reads as zero: then the hash does not fit either.
   */
  public static AuditLine read(JsonNode entry) {
    return new AuditLine(
        CanonicalJson.text(entry),
        entry.path("seq").asLong(),
        instant(entry.path("at").asText()),
        instant(entry.path("createdAt").asText()));
  }

  /** SHA-256 of the canonical text, in lower-case hexadecimal. */
  public String sha256() {
    return CanonicalJson.sha256HexOf(canonical);
  }

  /** The same row with another number, to tell rows that changed places from altered ones. */
  AuditLine withSeq(long other) {
    return new AuditLine(
        canonical.replace("\"seq\":" + seq + ",", "\"seq\":" + other + ","), other, at, createdAt);
  }

  /** ISO 8601 in UTC, always with six decimals, so that one moment has one text. */
  static String time(Instant moment) {
    return MICROSECONDS.format(moment);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notATime) {
      return Instant.EPOCH;
    }
  }
}
