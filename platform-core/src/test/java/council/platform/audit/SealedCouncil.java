package council.platform.audit;

import static council.platform.TestCouncil.officerOf;

import council.platform.TestCouncil;
import council.platform.identity.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A council of a test, with its audit and what seals and verifies it. */
final class SealedCouncil {
  private final TestCouncil host;
  private final Actor officer;

  SealedCouncil(TestCouncil host) {
    this.host = host;
    this.officer = officerOf(host.createTenant());
  }

  String tenant() {
    return officer.tenant();
  }

  Actor officer() {
    return officer;
  }

  /** One transaction with some changes. */
  void record(int changes) {
    host.write(
        officer,
        () -> {
          recordHere(changes);
          return changes;
        });
  }

  /** Some changes in the transaction that is open. */
  void recordHere(int changes) {
    List<Change> all = new ArrayList<>();
    for (int i = 0; i < changes; i++) {
      Map<String, Object> after = Map.of("name", "Bäcker \"&\" Söhne", "people", i);
      all.add(new Change("Thing", new UUID(1, i), "Changed", null, after, "because", null));
    }
    host.bean(Audit.class).recordAll(officer, all);
  }

  Optional<AuditSeal> sealNext() {
    return host.write(officer, () -> host.bean(AuditSealing.class).sealNext(tenant()));
  }

  List<AuditSeal> sealAll() {
    List<AuditSeal> sealed = new ArrayList<>();
    for (var next = sealNext(); next.isPresent(); next = sealNext()) {
      sealed.add(next.get());
    }
    return sealed;
  }

  /** Verified some batches at a time; the faults of all parts. */
  List<ChainFault> faults(int batchesATime) {
    List<ChainFault> faults = new ArrayList<>();
    AuditChain.Part part;
    int verified = 0;
    do {
      int from = verified;
      part =
          host.read(
              officer, () -> host.bean(AuditChain.class).verify(tenant(), from, batchesATime));
      faults.addAll(part.report().faults());
      AuditSeal last = part.report().last();
      verified = last == null ? verified : last.number();
    } while (!part.complete());
    return faults;
  }

  List<ChainFault> faults() {
    return faults(100);
  }

  /** As somebody who owns the database: no trigger, no foreign key and no policy is in the way. */
  void tamper(String sql) throws SQLException {
    try (Connection superuser = host.database().connectAsSuperuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(sql.replace("$tenant", "'" + tenant() + "'"));
    }
  }
}
