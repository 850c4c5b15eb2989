package council.framework.domain;

import council.framework.scheme.TieBreaker;
import council.framework.scheme.Vehicle;
import java.util.Comparator;

/**
 * Score descending, then the tie-breakers, then the zone's code. Inside one zone this is the rank;
 * over all zones it is the order in which pairs are looked at.
 */
final class BidOrder {
  private BidOrder() {}

  static Comparator<Bid> of(Vehicle vehicle) {
    Comparator<Bid> order = Comparator.comparing(Bid::total).reversed();
    for (TieBreaker tieBreaker : TieBreaker.inOrder(vehicle)) {
      order = order.thenComparing(comparator(tieBreaker));
    }
    return order.thenComparing(Bid::zone);
  }

  private static Comparator<Bid> comparator(TieBreaker tieBreaker) {
    return switch (tieBreaker) {
      case TieBreaker.HigherCriterion(String code) ->
          Comparator.comparing((Bid bid) -> bid.score(code)).reversed();
      case TieBreaker.EarlierSubmission() ->
          Comparator.comparing(bid -> bid.application().submittedAt());
      case TieBreaker.ExistingFirst() -> Comparator.comparing(bid -> !bid.existing());
      case TieBreaker.MoreExistingLocations() ->
          Comparator.comparing(Bid::existingLocations).reversed();
      case TieBreaker.Reference() -> Comparator.comparing(Bid::provider);
    };
  }
}
