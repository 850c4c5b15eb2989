package council.platform.calendar;

/** How long a reporting period is. */
public enum Interval {
  MONTH(1, "M"),
  QUARTER(3, "Q"),
  HALF_YEAR(6, "H"),
  YEAR(12, "Y");

  private final int months;
  private final String letter;

  Interval(int months, String letter) {
    this.months = months;
    this.letter = letter;
  }

  int months() {
    return months;
  }

  int periodsAYear() {
    return 12 / months;
  }

  /** How a period is told apart within its year: Q3, M07. */
  String code(int number) {
    return this == MONTH ? "%s%02d".formatted(letter, number) : letter + number;
  }
}
