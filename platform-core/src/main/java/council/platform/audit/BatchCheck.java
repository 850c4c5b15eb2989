package council.platform.audit;

import council.platform.audit.ChainFault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows of one batch against its hashes. Of the rows, only those that do not fit are kept. */
final class BatchCheck {
  private final AuditSeal seal;
  private final WrittenInTime times;
  private final ChainFaults faults;
  private final List<SealedEntry> misfits = new ArrayList<>();
  private final List<String> hashes = new ArrayList<>();
  private final int faultsBefore;
  private int expected = 1;
  private long lastSeq = Long.MIN_VALUE;

  BatchCheck(AuditSeal seal, WrittenInTime times, ChainFaults faults) {
    this.seal = seal;
    this.times = times;
    this.faults = faults;
    this.faultsBefore = faults.count();
  }

  void entry(SealedEntry entry) {
    if (entry.position() > expected) {
      removed(expected, entry.position() - 1);
    } else if (entry.position() < expected) {
      fault(Kind.REORDERED, null, "two rows stand at position " + entry.position());
    }
    expected = entry.position() + 1;
    hashes.add(entry.sha256());
    AuditLine line = entry.line();
    if (line == null) {
      fault(Kind.REMOVED, null, "the row at position " + entry.position() + " is gone");
    } else if (!line.sha256().equals(entry.sha256())) {
      misfits.add(entry);
    } else {
      inOrder(line);
    }
  }

  private void inOrder(AuditLine line) {
    if (line.seq() <= lastSeq) {
      fault(Kind.REORDERED, line.seq(), "the row stands after one that was written later");
    }
    lastSeq = Math.max(lastSeq, line.seq());
    times.findFault(line).ifPresent(what -> fault(Kind.INSERTED, line.seq(), "the row " + what));
  }

  void close() {
    misfits.forEach(this::tellMisfit);
    if (expected <= seal.entries()) {
      removed(expected, seal.entries());
    } else if (expected - 1 > seal.entries()) {
      fault(
          Kind.INSERTED,
          null,
          "it was sealed with %d rows, but has %d".formatted(seal.entries(), expected - 1));
    }
    boolean fits = AuditSeal.hashOf(hashes).equals(seal.entriesSha256());
    if (!fits && faults.count() == faultsBefore) {
      fault(Kind.ALTERED, null, "the hashes of its rows are not those that were sealed");
    }
    times.sealed(seal);
  }

  /** Rows that changed numbers among themselves fit again with the number of another. */
  private void tellMisfit(SealedEntry misfit) {
    AuditLine line = Objects.requireNonNull(misfit.line());
    boolean changedPlaces =
        misfits.stream()
            .map(other -> Objects.requireNonNull(other.line()).seq())
            .anyMatch(seq -> line.withSeq(seq).sha256().equals(misfit.sha256()));
    if (changedPlaces) {
      fault(Kind.REORDERED, line.seq(), "the row has another's place in the order of writing");
    } else {
      fault(Kind.ALTERED, line.seq(), "the row is not what it was when it was sealed");
    }
  }

  private void removed(int first, int last) {
    String rows = first == last ? "the row at position " + first : "rows " + first + " to " + last;
    fault(Kind.REMOVED, null, rows + (first == last ? " is gone" : " are gone"));
  }

  private void fault(Kind kind, @Nullable Long seq, String what) {
    String row = seq == null ? "" : " (row " + seq + ")";
    faults.add(
        new ChainFault(
            kind, seal.number(), seq, "In batch %d%s %s.".formatted(seal.number(), row, what)));
  }
}
