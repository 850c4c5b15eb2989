package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** So many operations at once, and a place for everybody. */
class OperationGateTest {
  private final OperationGate gate = new OperationGate(3, 5, Duration.ofMillis(300));

  @Test
  void oneCouncilNeverTakesAllPlaces() {
    OperationGate.Place first = gate.enter("flooding");
    OperationGate.Place second = gate.enter("flooding");
    assertThatThrownBy(() -> gate.enter("flooding")).isInstanceOf(OperationRefused.class);
    gate.enter("other").close();
    first.close();
    gate.enter("flooding").close();
    second.close();
  }

  @Test
  void whoStandsBehindTooManyIsRefusedAtOnce() throws Exception {
    OperationGate patient = new OperationGate(2, 3, Duration.ofSeconds(60));
    OperationGate.Place place = patient.enter("flooding");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(threads.submit(() -> patient.enter("flooding").close()));
      }
      for (int i = 0; i < 2_000 && patient.lineOf("flooding") < 3; i++) {
        Thread.sleep(5);
      }
      assertThat(patient.lineOf("flooding")).isEqualTo(3);
      long start = System.nanoTime();
      assertThatThrownBy(() -> patient.enter("flooding")).isInstanceOf(OperationRefused.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      place.close();
      for (Future<?> each : waiting) {
        each.get();
      }
    }
    assertThat(patient.lineOf("flooding")).isZero();
  }

  @Test
  void neverMoreAtOnceThanThereArePlaces() throws Exception {
    OperationGate patient = new OperationGate(3, 1000, Duration.ofSeconds(60));
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        String council = "council" + i % 4;
        all.add(
            threads.submit(() -> {
              try (OperationGate.Place place = patient.enter(council)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Thread.sleep(1);
                inside.decrementAndGet();
              }
              return null;
            }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(most.get()).isEqualTo(3);
  }
}
