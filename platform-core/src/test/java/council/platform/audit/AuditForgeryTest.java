package council.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import council.platform.TestCouncil;
import council.platform.audit.ChainFault.Kind;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A superuser who knows the form alters a row and then hash after hash, so that each fits what it
 * covers: the first hash that was left as it was tells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditForgeryTest {
  private static final int FORGED = 2;
  private TestCouncil host;
  private SealedCouncil council;

  @BeforeAll
  void start() {
    host = new TestCouncil();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  /** Three batches; a row of the second one is altered, and its hash fits it. */
  @BeforeEach
  void forgeARow() throws SQLException {
    council = new SealedCouncil(host);
    for (int batch = 1; batch <= 3; batch++) {
      council.record(3);
      council.sealNext();
    }
    assertThat(council.faults()).isEmpty();
    String place = "tenant_id = $tenant and seal_number = %d and position = 2".formatted(FORGED);
    council.tamper(
        "update platform.audit set why = 'Forged' where tenant_id = $tenant and id = (select id"
            + " from platform.audit_sealed_entry where "
            + place
            + ")");
    council.tamper(
        "update platform.audit_sealed_entry set sha256 = '%s' where ".formatted(hashes().get(1))
            + place);
  }

  @Test
  void aRowWithAFittingHashIsFoundByTheHashOverThem() {
    assertFoundOnly(Kind.ALTERED, FORGED);
  }

  @Test
  void aBatchThatFitsItsRowsIsFoundByItsOwnHash() throws SQLException {
    setOfSeal(FORGED, "entries_sha256", AuditSeal.hashOf(hashes()));

    assertFoundOnly(Kind.SEAL_ALTERED, FORGED);
  }

  @Test
  void aBatchThatIsWrittenAnewIsFoundByTheNextOnesLink() throws SQLException {
    writeAnew();

    assertFoundOnly(Kind.SEAL_ALTERED, FORGED + 1);
  }

  @Test
  void aLinkThatIsBentToABatchWrittenAnewIsFoundByTheHashOverIt() throws SQLException {
    AuditSeal anew = writeAnew();
    setOfSeal(FORGED + 1, "previous_sha256", anew.sha256());

    assertFoundOnly(Kind.SEAL_ALTERED, FORGED + 1);
  }

  private AuditSeal writeAnew() throws SQLException {
    AuditSeal anew =
        AuditSeal.after(seal(FORGED - 1), council.tenant(), lines(), seal(FORGED).sealedAt());
    setOfSeal(FORGED, "entries_sha256", anew.entriesSha256());
    setOfSeal(FORGED, "sha256", anew.sha256());
    assertThat(seal(FORGED)).isEqualTo(anew);
    return anew;
  }

  private void assertFoundOnly(Kind kind, int seal) {
    assertThat(council.faults())
        .extracting(ChainFault::kind, ChainFault::seal)
        .containsExactly(tuple(kind, seal));
  }

  private List<String> hashes() {
    return lines().stream().map(AuditLine::sha256).toList();
  }

  private List<AuditLine> lines() {
    return stored(() ->
        host.bean(AuditChainStore.class).listEntries(FORGED - 1, FORGED).stream()
            .map(entry -> Objects.requireNonNull(entry.line()))
            .toList());
  }

  private AuditSeal seal(int number) {
    return stored(() -> host.bean(AuditChainStore.class).findSeal(number).orElseThrow());
  }

  private <T> T stored(Supplier<T> read) {
    return host.read(council.officer(), read);
  }

  private void setOfSeal(int number, String column, String hash) throws SQLException {
    council.tamper(
        "update platform.audit_seal set %s = '%s' where tenant_id = $tenant and number = %d"
            .formatted(column, hash, number));
  }
}
