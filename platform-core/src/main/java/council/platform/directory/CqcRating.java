package council.platform.directory;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The overall rating that the Care Quality Commission publishes, or that there is none yet. */
public enum CqcRating {
  OUTSTANDING("Outstanding"),
  GOOD("Good"),
  REQUIRES_IMPROVEMENT("Requires improvement"),
  INADEQUATE("Inadequate"),
  NOT_RATED("Not rated");

  private final String title;

  CqcRating(String title) {
    this.title = title;
  }

  /** As the CQC writes it. */
  public String title() {
    return title;
  }

  /** All of them as the CQC writes them. */
  static String titles() {
    return Arrays.stream(values()).map(CqcRating::title).collect(Collectors.joining(", "));
  }

  /** By the CQC's words or by the name of the constant, whatever the case. */
  public static Optional<CqcRating> find(String text) {
    return Arrays.stream(values())
        .filter(r -> r.title.equalsIgnoreCase(text) || r.name().equalsIgnoreCase(text))
        .findFirst();
  }
}
