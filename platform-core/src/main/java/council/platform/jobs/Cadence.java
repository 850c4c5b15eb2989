package council.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a recurring job comes again. */
public sealed interface Cadence {
  /** The first occurrence after the instant. */
  Instant nextAfter(Instant instant);

  /** Again and again with this pause, counted from fixed points of time. */
  record Every(Duration pause) implements Cadence {
    public Every {
      if (pause.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException("Expected a second or more, but it is " + pause);
      }
    }

    @Override
    public Instant nextAfter(Instant instant) {
      long seconds = pause.toSeconds();
      return Instant.ofEpochSecond(
          (Math.floorDiv(instant.getEpochSecond(), seconds) + 1) * seconds);
    }
  }

  /** Once a day by the councils' clock, which is London's. */
  record DailyAt(LocalTime time) implements Cadence {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Override
    public Instant nextAfter(Instant instant) {
      ZonedDateTime local = instant.atZone(LONDON);
      ZonedDateTime today = local.toLocalDate().atTime(time).atZone(LONDON);
      return today.toInstant().isAfter(instant)
          ? today.toInstant()
          : local.toLocalDate().plusDays(1).atTime(time).atZone(LONDON).toInstant();
    }
  }
}
