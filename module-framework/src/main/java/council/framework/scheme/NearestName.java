package council.framework.scheme;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds the name that somebody probably meant. */
public final class NearestName {
  private NearestName() {}

  /** The known name with the fewest letters to change, if few enough are to be changed. */
  public static Optional<String> of(String given, Collection<String> known) {
    String wanted = given.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || wanted.length() > 60) {
      return Optional.empty();
    }
    int limit = Math.max(1, wanted.length() / 3);
    var distance = new LevenshteinDistance(limit);
    record Near(String name, int changes) {}
    return known.stream()
        .map(name -> new Near(name, distance.apply(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.changes() >= 0)
        .min(Comparator.comparingInt(Near::changes).thenComparing(Near::name))
        .map(Near::name);
  }
}
