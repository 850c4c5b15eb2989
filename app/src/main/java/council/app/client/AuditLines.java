package council.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import council.platform.audit.AuditLine;
import council.platform.audit.AuditSeal;
import council.platform.audit.ChainListener;
import council.platform.audit.SealedEntry;
import council.platform.audit.UnsealedEntry;
import council.platform.json.CanonicalJson;
import council.platform.json.StrictJson;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes an audit as the JSON lines that {@link AuditFile} reads. */
public final class AuditLines implements ChainListener {
  private final PrintWriter out;
  private long seals;
  private long entries;
  private long unsealed;

  public AuditLines(PrintWriter out, String council, Instant exportedAt) {
    this.out = out;
    write(
        Map.of(
            "kind",
            "audit",
            "form",
            AuditFile.FORM,
            "tenant",
            council,
            "exportedAt",
            exportedAt.toString()));
  }

  @Override
  public void seal(AuditSeal seal) {
    seals++;
    Map<String, Object> line = new LinkedHashMap<>(seal.members());
    line.put("sha256", seal.sha256());
    write(line);
  }

  @Override
  public void entry(SealedEntry entry) {
    entries++;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("kind", "sealed");
    line.put("seal", entry.seal());
    line.put("position", entry.position());
    line.put("sha256", entry.sha256());
    AuditLine row = entry.line();
    if (row != null) {
      line.put("entry", json(row));
    }
    write(line);
  }

  @Override
  public void unsealed(UnsealedEntry entry) {
    unsealed++;
    write(
        Map.of("kind", "unsealed", "awaitsSeal", entry.awaitsSeal(), "entry", json(entry.line())));
  }

  /** The last line: a file without it was cut off. */
  public void end() {
    write(Map.of("kind", "end", "seals", seals, "entries", entries, "unsealed", unsealed));
    out.flush();
  }

  private void write(Map<String, ?> line) {
    out.print(CanonicalJson.text(line));
    out.print('\n');
  }

  private static Object json(AuditLine line) {
    try {
      return StrictJson.mapper().readTree(line.canonical());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A canonical row is not JSON", e);
    }
  }
}
