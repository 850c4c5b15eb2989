package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;

/** Where the score of a criterion comes from. */
@Doc(value = "Where the score of a criterion comes from", rules = "HAM-FW-28")
public sealed interface CriterionSource {

  /** {@code SCORED}. */
  @Doc("People score it")
  record Scored() implements CriterionSource {}

  /** {@code PRICE}. */
  @Doc(
      "Worked out from the price offered: LOWEST_OVER_PRICE gives maximum x lowest / price, LINEAR"
          + " gives maximum x (2 x lowest - price) / lowest and never less than 0; rounded to 4"
          + " decimals. The lowest is that of all who offered a price in the zone")
  record Price(@Doc("The formula") @Default("LOWEST_OVER_PRICE") Formula formula)
      implements CriterionSource {}

  /** How a price becomes a score. */
  enum Formula {
    LOWEST_OVER_PRICE,
    LINEAR
  }

  /** {@code MARKET_SHARE}. */
  @Doc("Worked out from the provider's share of the market in percent: maximum x share / 100")
  record MarketShare(
      @Doc("Whether a greater share scores more; otherwise maximum x (100 - share) / 100")
          @Default("true")
          boolean greaterIsBetter)
      implements CriterionSource {}
}
