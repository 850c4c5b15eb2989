package council.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import council.platform.TestCouncil;
import council.platform.store.generated.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The chain holds whoever commits when, and however many seal at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSealingTest {
  private TestCouncil host;

  @BeforeAll
  void start() {
    host = new TestCouncil();
  }

  @AfterAll
  void stop() {
    host.close();
  }

  @Test
  void eachBatchNamesTheOneBefore() {
    SealedCouncil council = new SealedCouncil(host);
    council.record(3);
    AuditSeal first = council.sealNext().orElseThrow();
    council.record(2);
    AuditSeal second = council.sealNext().orElseThrow();

    assertThat(first.number()).isEqualTo(1);
    assertThat(first.previousSha256()).isNull();
    assertThat(first.entries()).isEqualTo(3);
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.previousSha256()).isEqualTo(first.sha256());
    assertThat(second.firstSeq()).isGreaterThan(first.lastSeq());
    assertThat(council.sealNext()).isEmpty();
    assertThat(council.faults()).isEmpty();
  }

  @Test
  void aBatchIsOfLimitedSize() {
    SealedCouncil council = new SealedCouncil(host);
    council.record(AuditSealing.LARGEST * 2 + 1);

    assertThat(council.sealAll())
        .extracting(AuditSeal::entries)
        .containsExactly(AuditSealing.LARGEST, AuditSealing.LARGEST, 1);
    assertThat(council.faults(1)).isEmpty();
    assertThat(council.faults()).isEmpty();
  }

  @Test
  void whatIsRolledBackIsNotSealed() {
    SealedCouncil council = new SealedCouncil(host);
    try {
      host.write(
          council.officer(),
          () -> {
            council.recordHere(2);
            throw new IllegalStateException("no");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("no");
    }
    assertThat(council.sealNext()).isEmpty();
    assertThat(council.faults()).isEmpty();
  }

  @Test
  void whoCommitsLateLandsInALaterBatch() throws Exception {
    SealedCouncil council = new SealedCouncil(host);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch sealed = new CountDownLatch(1);
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> late =
          others.submit(() ->
              host.write(
                  council.officer(),
                  () -> {
                    council.recordHere(2);
                    written.countDown();
                    await(sealed);
                    return 2;
                  }));
      await(written);
      council.record(3);
      AuditSeal first = council.sealNext().orElseThrow();
      sealed.countDown();
      late.get();
      AuditSeal second = council.sealNext().orElseThrow();

      assertThat(first.entries()).isEqualTo(3);
      assertThat(second.entries()).isEqualTo(2);
      assertThat(second.lastSeq()).isLessThan(first.firstSeq());
    }
    assertThat(council.faults()).isEmpty();
    assertThat(council.faults(1)).isEmpty();
  }

  @Test
  void manySealersAndWritersAtOnceMakeOneChain() throws Exception {
    SealedCouncil council = new SealedCouncil(host);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      work.add(() -> {
        council.record(3);
        return council.sealNext().map(AuditSeal::number).orElse(0);
      });
    }
    List<Integer> numbers = new ArrayList<>();
    try (var at = Executors.newFixedThreadPool(8)) {
      for (Future<Integer> one : at.invokeAll(work)) {
        numbers.add(one.get());
      }
    }
    council.sealAll().forEach(seal -> numbers.add(seal.number()));

    List<Integer> given = numbers.stream().filter(number -> number > 0).sorted().toList();
    assertThat(given).isEqualTo(IntStream.rangeClosed(1, given.size()).boxed().toList());
    assertThat(given).hasSizeGreaterThan(1);
    assertThat(count(council)).isEqualTo(120);
    assertThat(council.faults()).isEmpty();
  }

  @Test
  void councilsHaveChainsOfTheirOwn() {
    SealedCouncil one = new SealedCouncil(host);
    SealedCouncil other = new SealedCouncil(host);
    one.record(1);
    other.record(1);
    assertThat(one.sealAll()).extracting(AuditSeal::number).containsExactly(1);
    assertThat(other.sealAll()).extracting(AuditSeal::number).containsExactly(1);
  }

  private int count(SealedCouncil council) {
    return host.read(council.officer(), () -> host.db().fetchCount(Tables.AUDIT_SEALED_ENTRY));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
