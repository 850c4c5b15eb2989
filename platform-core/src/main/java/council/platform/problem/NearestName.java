package council.platform.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the known name that somebody probably meant. */
public final class NearestName {
  /** A longer text is no slip of the pen, and comparing it would cost more than it tells. */
  private static final int LONGEST = 100;

  private NearestName() {}

  /** The known name with the fewest letters to change, if few enough are to be changed. */
  public static Optional<String> of(String written, Collection<String> known) {
    String wanted = plain(written);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, wanted.length() / 3));
    record Near(String name, int changes) {}
    return known.stream()
        .map(name -> new Near(name, distance.apply(wanted, plain(name))))
        .filter(near -> near.changes() >= 0)
        .min(Comparator.comparingInt(Near::changes).thenComparing(Near::name))
        .map(Near::name);
  }

  /** Ends a sentence: {@code ; did you mean "areaCap"?}, or a full stop where no name is near. */
  public static String hint(String written, Collection<String> known) {
    return of(written, known).map(name -> "; did you mean \"" + name + "\"?").orElse(".");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }
}
