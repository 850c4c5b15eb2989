package council.platform.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import council.platform.data.TenantReads;
import council.platform.data.TenantReads.Rows;
import council.platform.data.TenantReads.Select;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a client of a council may send, asked at every request and remembered. */
@Singleton
public final class TrustedDocuments {
  /** After so long a changed rule holds on every instance. */
  static final Duration RULE_REMEMBERED = Duration.ofSeconds(2);

  private static final long MOST_RULES = 50_000;
  private static final long MOST_CHARACTERS = 8_000_000;
  private static final String RULE =
      """
      select required from platform.document_rule
      where principal_id is null or principal_id = ?
      order by principal_id nulls last limit 1\
      """;
  private static final String DOCUMENT =
      """
      select document from platform.trusted_document
      where sha256 = ? and (principal_id is null or principal_id = ?) limit 1\
      """;

  private final TenantReads reads;
  private final Cache<Client, Boolean> rules =
      Caffeine.newBuilder().expireAfterWrite(RULE_REMEMBERED).maximumSize(MOST_RULES).build();

  /** Registrations are never taken back, so what was found once is true for good. */
  private final Cache<Asked, String> documents =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Asked asked, String document) -> document.length() + 100)
          .build();

  TrustedDocuments(TenantReads reads) {
    this.reads = reads;
  }

  private record Client(String tenant, UUID principal) {
    static Client of(Actor actor) {
      return new Client(actor.tenant(), actor.principalId());
    }
  }

  private record Asked(Client client, DocumentHash hash) {}

  /** Whether the client may send nothing but trusted documents; up to two seconds old. */
  public boolean isRequired(Actor actor) {
    return rules.get(
        Client.of(actor),
        client ->
            read(
                actor,
                new Select(RULE, List.of(client.principal())),
                rows -> rows.next() && rows.getBoolean(1)));
  }

  /** The text of a document that is trusted from this client. */
  public Optional<String> find(Actor actor, DocumentHash hash) {
    Asked asked = new Asked(Client.of(actor), hash);
    String known = documents.getIfPresent(asked);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<String> found =
        read(
            actor,
            new Select(DOCUMENT, List.of(hash.hex(), actor.principalId())),
            rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty());
    found.ifPresent(document -> documents.put(asked, document));
    return found;
  }

  private <T> T read(Actor actor, Select select, Rows<T> rows) {
    try {
      return reads.read(actor, select, rows);
    } catch (SQLException e) {
      throw new IllegalStateException("The council's trusted documents cannot be read", e);
    }
  }
}
