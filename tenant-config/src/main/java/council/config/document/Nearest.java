package council.config.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The known name that somebody probably meant. */
final class Nearest {
  private Nearest() {}

  static Optional<String> to(String written, Collection<String> known) {
    if (written.length() > 100) {
      return Optional.empty();
    }
    String wanted = plain(written);
    return known.stream()
        .filter(name -> distance(wanted, name) <= Math.max(2, wanted.length() / 3))
        .min(
            Comparator.comparingInt((String name) -> distance(wanted, name))
                .thenComparing(name -> name));
  }

  /** Such as {@code ; did you mean "areaCap"?}, or a full stop where nothing is near. */
  static String hint(String written, Collection<String> known) {
    return to(written, known).map(name -> "; did you mean \"" + name + "\"?").orElse(".");
  }

  private static int distance(String wanted, String name) {
    return LevenshteinDistance.getDefaultInstance().apply(wanted, plain(name));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
