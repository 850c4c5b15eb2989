package council.framework.scheme;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What decides between equal scores, as the document's text names it. */
public sealed interface TieBreaker {
  String CRITERION_PREFIX = "criterion:";

  /** The higher score of one criterion comes first. */
  record HigherCriterion(String code) implements TieBreaker {}

  /** The application that came in earlier comes first. */
  record EarlierSubmission() implements TieBreaker {}

  /** Who delivers services already comes first. */
  record ExistingFirst() implements TieBreaker {}

  /** Who has more existing locations in the pair's own zone comes first. */
  record MoreExistingLocations() implements TieBreaker {}

  /** The provider's reference, ascending by code point. */
  record Reference() implements TieBreaker {}

  static Optional<TieBreaker> parse(String text) {
    if (text.startsWith(CRITERION_PREFIX) && text.length() > CRITERION_PREFIX.length()) {
      return Optional.of(new HigherCriterion(text.substring(CRITERION_PREFIX.length())));
    }
    return switch (text) {
      case "submittedAt" -> Optional.of(new EarlierSubmission());
      case "existing" -> Optional.of(new ExistingFirst());
      case "existingLocations" -> Optional.of(new MoreExistingLocations());
      case "reference" -> Optional.of(new Reference());
      default -> Optional.empty();
    };
  }

  /** The vehicle's tie-breakers, the provider's reference added where it was left out. */
  static List<TieBreaker> inOrder(Vehicle vehicle) {
    var all = new ArrayList<TieBreaker>();
    vehicle.tieBreakers().forEach(text -> parse(text).ifPresent(all::add));
    if (!all.contains(new Reference())) {
      all.add(new Reference());
    }
    return List.copyOf(all);
  }
}
