package council.platform.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the bank holidays that are pinned as data: one line a day, date and name. */
final class PinnedBankHolidays {
  static final String ENGLAND_AND_WALES = "england-and-wales.csv";

  private PinnedBankHolidays() {}

  /** Name by date, in order. */
  static Map<LocalDate, String> read(String file) {
    Map<LocalDate, String> names = new TreeMap<>();
    for (String line : lines(file)) {
      int comma = line.indexOf(',');
      LocalDate date = LocalDate.parse(line.substring(0, comma));
      if (names.put(date, line.substring(comma + 1)) != null) {
        throw new IllegalStateException("Expected each day once in " + file + ", but " + date);
      }
    }
    return names;
  }

  private static List<String> lines(String file) {
    try (InputStream in = PinnedBankHolidays.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Expected the bank holidays in " + file + " on the path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().skip(1).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
