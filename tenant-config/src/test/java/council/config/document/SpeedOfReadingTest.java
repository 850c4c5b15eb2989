package council.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prints how long a large scheme with worked examples takes; the machine decides, so no limit. */
class SpeedOfReadingTest {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  @Test
  void aSchemeOfTwoThousandLinesWithTwentyExamples() {
    String document = document();
    assertThat(document.lines().count()).isBetween(2000L, 2500L);
    for (String run : new String[] {"first", "second", "third", "fourth", "fifth"}) {
      long start = System.nanoTime();
      long cpu = CPU.getCurrentThreadCpuTime();
      SchemeReading reading =
          SchemeReader.of(Garden.SECTIONS, List.of(new LetPlot())).read(document);
      assertThat(reading.problems()).isEmpty();
      assertThat(reading.examples()).hasSize(20).allMatch(ExampleOutcome::passed);
      System.out.printf(
          "A scheme of %d lines with 20 examples, %s time: %d ms, of which %d on the processor%n",
          document.lines().count(),
          run,
          Duration.ofNanos(System.nanoTime() - start).toMillis(),
          Duration.ofNanos(CPU.getCurrentThreadCpuTime() - cpu).toMillis());
    }
  }

  private static String document() {
    StringBuilder plots = new StringBuilder();
    for (int i = 3; i < 225; i++) {
      plots.append("    P").append(i).append(":\n      title: Plot ").append(i);
      plots.append(
          "\n      zone: LAN\n      beds: 4\n      litres: 900\n      letFrom: 2015-07-01\n");
      plots.append("      watering: {kind: MAINS, pricePerLitre: 0.10}\n");
    }
    StringBuilder text =
        new StringBuilder(Garden.DOCUMENT.replace("  crops:\n", plots + "  crops:\n"));
    text.append("examples:\n");
    for (int i = 0; i < 20; i++) {
      text.append("  - name: Number ").append(i).append("\n    decision: garden.letting\n");
      text.append("    facts:\n      plot: P").append(i + 1).append("\n      date: 2015-07-01\n");
      text.append("      applicants:\n");
      for (int k = 0; k < 15; k++) {
        text.append("        - {name: A").append(k).append(", offer: 1.5, household: 2}\n");
      }
      String title = i == 0 ? "By the gate" : i == 1 ? "At the wall" : "Plot " + (i + 1);
      text.append("    expected: {title: ").append(title).append("}\n");
    }
    return text.toString();
  }
}
