package council.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import council.platform.audit.AuditLine;
import council.platform.audit.AuditSeal;
import council.platform.audit.ChainListener;
import council.platform.audit.SealedEntry;
import council.platform.audit.UnsealedEntry;
import council.platform.json.StrictJson;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a council's audit with its seals page by page through the public API. What is sealed while
 * it reads is left out, so that the pages are of one state.
 */
public final class AuditDownload {
  private static final String HEAD =
      "{ tenant: me { council } auditHead { %s } }"
          .formatted(
              "number previousSha256 entries firstSeq lastSeq entriesSha256 sealedAt sha256");
  private static final String SEALS =
      """
      query Seals($after: String, $upTo: Int) {
        auditSeals(first: 200, after: $after, upTo: $upTo, orderBy: NUMBER_ASC) {
          nodes { number previousSha256 entries firstSeq lastSeq entriesSha256 sealedAt sha256 }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;
  private static final String ENTRIES =
      """
      query Entries($after: String, $upTo: Int) {
        sealedAuditEntries(first: 200, after: $after, upTo: $upTo, orderBy: SEAL_ASC) {
          nodes { seal position sha256 entry { canonical } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;
  private static final String UNSEALED =
      """
      query Unsealed($after: String) {
        auditEntries(first: 200, after: $after, sealed: false, orderBy: OLDEST_FIRST) {
          nodes { awaitsSeal canonical }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  private final ApiClient api;
  private final String council;
  private final @Nullable AuditSeal head;

  public AuditDownload(ApiClient api) {
    this.api = api;
    JsonNode answer = api.execute(HEAD, Map.of());
    this.council = answer.at("/tenant/council").asText();
    this.head = answer.path("auditHead").isObject() ? seal(answer.path("auditHead")) : null;
  }

  /** The council in whose name the token speaks. */
  public String council() {
    return council;
  }

  /** The last batch; empty where nothing was sealed yet. */
  public Optional<AuditSeal> head() {
    return Optional.ofNullable(head);
  }

  /** Tells the whole audit up to the head, and then what waits for its seal. */
  public void tell(ChainListener listener) {
    Map<String, Object> upTo = Map.of("upTo", head == null ? 0 : head.number());
    Iterator<JsonNode> seals = new Pages(api, SEALS, "auditSeals", upTo);
    Iterator<JsonNode> entries = new Pages(api, ENTRIES, "sealedAuditEntries", upTo);
    @Nullable SealedEntry next = next(entries);
    while (seals.hasNext()) {
      AuditSeal seal = seal(seals.next());
      // Rows of a batch that is gone come before those of the next batch that is there.
      while (next != null && next.seal() < seal.number()) {
        listener.entry(next);
        next = next(entries);
      }
      listener.seal(seal);
      while (next != null && next.seal() == seal.number()) {
        listener.entry(next);
        next = next(entries);
      }
    }
    for (; next != null; next = next(entries)) {
      listener.entry(next);
    }
    new Pages(api, UNSEALED, "auditEntries", Map.of())
        .forEachRemaining(node ->
            listener.unsealed(new UnsealedEntry(line(node), node.path("awaitsSeal").asBoolean())));
  }

  private static @Nullable SealedEntry next(Iterator<JsonNode> entries) {
    if (!entries.hasNext()) {
      return null;
    }
    JsonNode node = entries.next();
    return new SealedEntry(
        node.path("seal").asInt(),
        node.path("position").asInt(),
        node.path("sha256").asText(),
        node.path("entry").isObject() ? line(node.path("entry")) : null);
  }

  private static AuditLine line(JsonNode entry) {
    try {
      return AuditLine.read(StrictJson.mapper().readTree(entry.path("canonical").asText()));
    } catch (JsonProcessingException e) {
      throw new ClientFailure("The instance answered with a row of the audit that is not JSON.");
    }
  }

  private AuditSeal seal(JsonNode node) {
    return new AuditSeal(
        council,
        node.path("number").asInt(),
        node.path("previousSha256").isNull() ? null : node.path("previousSha256").asText(),
        node.path("entries").asInt(),
        node.path("firstSeq").asLong(),
        node.path("lastSeq").asLong(),
        node.path("entriesSha256").asText(),
        Instant.parse(node.path("sealedAt").asText()),
        node.path("sha256").asText());
  }
}
