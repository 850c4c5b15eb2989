package council.platform.audit;

import council.platform.json.CanonicalJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One batch of sealed rows. Its hash covers everything else in it, through {@code entriesSha256}
 * every row of the batch, and through {@code previousSha256} every batch before.
 *
 * @param tenant code of the council
 * @param number 1 for the council's first batch, then rising by one
 * @param previousSha256 hash of the batch before; absent in the first
 * @param entries how many rows it holds
 * @param firstSeq number of its first row in the order of writing
 * @param lastSeq number of its last row
 * @param entriesSha256 SHA-256 of its rows' hashes in hexadecimal, in order, a newline after each
 * @param sealedAt by the clock of the database
 * @param sha256 hash of the batch, in lower-case hexadecimal
 */
public record AuditSeal(
    String tenant,
    int number,
    @Nullable String previousSha256,
    int entries,
    long firstSeq,
    long lastSeq,
    String entriesSha256,
    Instant sealedAt,
    String sha256) {

  /**
   * The batch that follows.
   *
   * @param previous the batch before; absent for the first
   * @param lines its rows in the order of writing, at least one
   */
  static AuditSeal after(
      @Nullable AuditSeal previous, String tenant, List<AuditLine> lines, Instant sealedAt) {
    AuditSeal open =
        new AuditSeal(
            tenant,
            previous == null ? 1 : previous.number() + 1,
            previous == null ? null : previous.sha256(),
            lines.size(),
            lines.getFirst().seq(),
            lines.getLast().seq(),
            hashOf(lines.stream().map(AuditLine::sha256).toList()),
            sealedAt,
            "");
    return new AuditSeal(
        tenant,
        open.number,
        open.previousSha256,
        open.entries,
        open.firstSeq,
        open.lastSeq,
        open.entriesSha256,
        sealedAt,
        open.computedSha256());
  }

  /** The text whose UTF-8 is hashed. */
  public String canonical() {
    return CanonicalJson.text(members());
  }

  /** What {@link #sha256} must be. */
  public String computedSha256() {
    return CanonicalJson.sha256HexOf(canonical());
  }

  /** The members of {@link #canonical}. */
  public Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("kind", "seal");
    members.put("tenant", tenant);
    members.put("number", number);
    members.put("previousSha256", previousSha256);
    members.put("entries", entries);
    members.put("firstSeq", firstSeq);
    members.put("lastSeq", lastSeq);
    members.put("entriesSha256", entriesSha256);
    members.put("sealedAt", AuditLine.time(sealedAt));
    return members;
  }

  /** Of rows' hashes in order. */
  static String hashOf(List<String> hashes) {
    StringBuilder list = new StringBuilder(hashes.size() * 65);
    hashes.forEach(hash -> list.append(hash).append('\n'));
    return CanonicalJson.sha256HexOf(list.toString());
  }
}
