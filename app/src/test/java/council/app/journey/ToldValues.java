package council.app.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** All values that stand anywhere in what the audit tells, in one form for each of them. */
final class ToldValues {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

  private final Set<String> values = new HashSet<>();

  ToldValues add(@Nullable JsonNode told) {
    if (told == null || told.isNull()) {
      return this;
    }
    if (told.isContainerNode()) {
      told.forEach(this::add);
    } else {
      values.add(form(told.asText()));
    }
    return this;
  }

  /** Whether a column's value is told: a list by each of its members, JSON by its text or parts. */
  boolean hold(JsonNode value) {
    if (value.isContainerNode()) {
      for (JsonNode part : value) {
        if (!hold(part)) {
          return false;
        }
      }
      return true;
    }
    String text = value.asText();
    return value.isNull() || values.contains(form(text)) || values.contains(dayBefore(text));
  }

  /** People are told the last day, tables keep the first day after. */
  private static String dayBefore(String text) {
    if (!DAY.matcher(text).matches()) {
      return form(text);
    }
    try {
      return LocalDate.parse(text).minusDays(1).toString();
    } catch (DateTimeParseException notADay) {
      return form(text);
    }
  }

  private static String form(String text) {
    if (!MOMENT.matcher(text).lookingAt()) {
      return number(text);
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException notAMoment) {
      return number(text);
    }
  }

  private static String number(String text) {
    return NUMBER.matcher(text).matches()
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
