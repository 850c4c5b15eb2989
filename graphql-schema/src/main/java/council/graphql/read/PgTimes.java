package council.graphql.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Days and instants as PostgreSQL writes them: years above 9999 without a sign, years before Christ
 * counted backwards, and no end at all as a word. Whatever a row holds, its list can be read.
 */
final class PgTimes {
  private static final String BEFORE_CHRIST = " BC";

  private PgTimes() {}

  static LocalDate day(String text) {
    return switch (text) {
      case "infinity" -> LocalDate.MAX;
      case "-infinity" -> LocalDate.MIN;
      default -> LocalDate.parse(iso(text));
    };
  }

  static Instant instant(String text) {
    return switch (text) {
      case "infinity" -> LocalDateTime.MAX.toInstant(ZoneOffset.UTC);
      case "-infinity" -> LocalDateTime.MIN.toInstant(ZoneOffset.UTC);
      default -> Instant.parse(iso(text));
    };
  }

  private static String iso(String text) {
    boolean before = text.endsWith(BEFORE_CHRIST);
    int dash = text.indexOf('-', 1);
    int written = Integer.parseInt(text, 0, dash, 10);
    int year = before ? 1 - written : written;
    String sign = year < 0 ? "-" : year > 9999 ? "+" : "";
    String rest = text.substring(dash, text.length() - (before ? BEFORE_CHRIST.length() : 0));
    return sign + "%04d".formatted(Math.abs(year)) + rest;
  }
}
