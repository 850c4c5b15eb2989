package council.graphql.host;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.platform.store.generated.Tables.AUDIT_SEAL;
import static council.platform.store.generated.Tables.AUDIT_SEALED_ENTRY;

import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.graphql.spi.NodeRef;
import council.platform.audit.AuditChain;
import council.platform.audit.AuditSeal;
import council.platform.audit.ChainFault;
import council.platform.audit.ChainReport;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sealed batches of the audit, and what they are worth. */
@Singleton
final class AuditChainReads {
  private static final int MOST_BATCHES = 100;

  private final AuditChain chain;

  AuditChainReads(AuditChain chain) {
    this.chain = chain;
  }

  /** The SDL type AuditVerification. */
  record Verification(
      int batches,
      int entries,
      int unsealed,
      int verified,
      @Nullable String sha256,
      boolean complete,
      int faultCount,
      List<Fault> faults) {}

  /** The SDL type AuditFault. */
  record Fault(
      ChainFault.Kind kind, @Nullable Integer seal, @Nullable BigDecimal seq, String message) {
    static Fault of(ChainFault fault) {
      Long seq = fault.seq();
      return new Fault(
          fault.kind(),
          fault.seal(),
          seq == null ? null : BigDecimal.valueOf(seq),
          fault.message());
    }
  }

  void declare(Contributions c) {
    c.read("AuditSeal", AUDIT_SEAL)
        .column("number", AUDIT_SEAL.NUMBER)
        .column("previousSha256", AUDIT_SEAL.PREVIOUS_SHA256)
        .column("entries", AUDIT_SEAL.ENTRIES)
        .column("firstSeq", AUDIT_SEAL.FIRST_SEQ)
        .column("lastSeq", AUDIT_SEAL.LAST_SEQ)
        .column("entriesSha256", AUDIT_SEAL.ENTRIES_SHA256)
        .column("sealedAt", AUDIT_SEAL.SEALED_AT)
        .column("sha256", AUDIT_SEAL.SHA256)
        .filter("number", AUDIT_SEAL.NUMBER)
        .filter("upTo", (t, last) -> Columns.of(t, AUDIT_SEAL.NUMBER).le((Integer) last))
        .order("NUMBER_ASC", List.of(asc(AUDIT_SEAL.NUMBER)))
        .order("NUMBER_DESC", List.of(desc(AUDIT_SEAL.NUMBER)));
    c.read("AuditSealedEntry", AUDIT_SEALED_ENTRY)
        .column("seal", AUDIT_SEALED_ENTRY.SEAL_NUMBER)
        .column("position", AUDIT_SEALED_ENTRY.POSITION)
        .column("sha256", AUDIT_SEALED_ENTRY.SHA256)
        .one("entry", "AuditEntry", AUDIT_SEALED_ENTRY.ID)
        .filter("seal", AUDIT_SEALED_ENTRY.SEAL_NUMBER)
        .filter(
            "upTo", (t, last) -> Columns.of(t, AUDIT_SEALED_ENTRY.SEAL_NUMBER).le((Integer) last))
        .order(
            "SEAL_ASC",
            List.of(asc(AUDIT_SEALED_ENTRY.SEAL_NUMBER), asc(AUDIT_SEALED_ENTRY.POSITION)));
    c.rootConnection("auditSeals", "AuditSeal");
    c.rootConnection("sealedAuditEntries", "AuditSealedEntry");
    c.query("auditHead", (actor, arguments) -> head());
    c.query("verifyAudit", this::verify);
  }

  private @Nullable NodeRef head() {
    return chain.findHeadId().map(id -> new NodeRef("AuditSeal", id)).orElse(null);
  }

  private Verification verify(Actor actor, Arguments arguments) {
    int verified = arguments.get("verified", Integer.class);
    int batches = arguments.get("batches", Integer.class);
    check("verified", verified, 0, Integer.MAX_VALUE);
    check("batches", batches, 1, MOST_BATCHES);
    AuditChain.Part part = chain.verify(actor.tenant(), verified, batches);
    return of(part.report(), verified, part.complete());
  }

  private static Verification of(ChainReport report, int verified, boolean complete) {
    AuditSeal last = report.last();
    return new Verification(
        report.seals(),
        Math.toIntExact(report.entries()),
        Math.toIntExact(report.unsealed()),
        last == null ? verified : last.number(),
        last == null ? null : last.sha256(),
        complete,
        report.faultCount(),
        report.faults().stream().map(Fault::of).toList());
  }

  private static void check(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new PlatformException(
          ErrorCode.BAD_REQUEST,
          "Expected %s of %d to %d, but it is %d.".formatted(name, least, most, value));
    }
  }
}
