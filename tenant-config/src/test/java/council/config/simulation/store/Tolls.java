package council.config.simulation.store;

import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import council.platform.decision.Effect;
import council.platform.decision.Effect.Kind;
import council.platform.decision.Reason;
import council.platform.decision.Reason.Verdict;
import council.platform.scheme.GeographySection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision that no module makes: what a cart pays in a zone. The zone's title says how much it is
 * for a wheel and after how many days it is due, as in {@code 1.50 30}.
 */
record Tolls(String kind) implements DecisionEngine<GeographySection, Tolls.Cart, Tolls.Toll> {
  static final LocalDate MARKET_DAY = LocalDate.of(2026, 4, 1);

  record Cart(String zone, String owner, int wheels) {}

  record Toll(BigDecimal pounds, LocalDate due) {}

  @Override
  public Class<GeographySection> sectionType() {
    return GeographySection.class;
  }

  @Override
  public Class<Cart> factsType() {
    return Cart.class;
  }

  @Override
  public Class<Toll> resultType() {
    return Toll.class;
  }

  @Override
  public Decided<Toll> decide(GeographySection section, Cart cart) {
    if (cart.wheels() == 0) {
      throw new IllegalArgumentException("secret: a cart without wheels");
    }
    String[] title =
        Objects.requireNonNull(
                Objects.requireNonNull(section.areas().get("N")).zones().get(cart.zone()))
            .title()
            .split(" ", -1);
    BigDecimal pounds = new BigDecimal(title[0]).multiply(BigDecimal.valueOf(cart.wheels()));
    Reason reason =
        Reason.of(
            "paysForEachWheel",
            "geography.areas.N.zones." + cart.zone(),
            Verdict.PASSED,
            Map.of("pounds", title[0], "wheels", String.valueOf(cart.wheels())));
    LocalDate due = MARKET_DAY.plusDays(Integer.parseInt(title[1]));
    return new Decided<>(new Toll(pounds, due), List.of(reason));
  }

  @Override
  public List<Effect> effects(Cart cart, Decided<Toll> decided) {
    return List.of(
        effect(cart, decided, "toll", Kind.OUTCOME, decided.result().pounds(), null),
        effect(cart, decided, "payment", Kind.OBLIGATION, null, decided.result().due()));
  }

  private static Effect effect(
      Cart cart,
      Decided<Toll> decided,
      String what,
      Kind effectKind,
      @Nullable BigDecimal amount,
      @Nullable LocalDate due) {
    return new Effect(
        what + "/" + cart.zone(),
        effectKind,
        cart.owner(),
        "A " + what,
        what,
        amount,
        due,
        decided.reasons());
  }
}
