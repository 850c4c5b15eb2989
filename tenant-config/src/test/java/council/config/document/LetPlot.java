package council.config.document;

import council.platform.decision.Decided;
import council.platform.decision.DecisionEngine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a plot to everybody who offers the rent; a decision for these tests. */
public final class LetPlot implements DecisionEngine<Garden, LetPlot.Facts, LetPlot.Result> {
  record Facts(String plot, LocalDate date, List<Applicant> applicants) {}

  record Applicant(
      String name,
      @Nullable BigDecimal offer,
      int household,
      Garden.@Nullable Helper helper,
      @Nullable Boolean known) {
    Applicant {
      if (household < 1) {
        throw new IllegalArgumentException("Expected a household of at least 1.");
      }
    }
  }

  record Result(String title, List<Tenancy> tenancies) {}

  record Tenancy(String name, BigDecimal rent, int people, boolean helps) {}

  @Override
  public String kind() {
    return "garden.letting";
  }

  @Override
  public Class<Garden> sectionType() {
    return Garden.class;
  }

  @Override
  public Class<Facts> factsType() {
    return Facts.class;
  }

  @Override
  public Class<Result> resultType() {
    return Result.class;
  }

  @Override
  public Decided<Result> decide(Garden garden, Facts facts) {
    Garden.Plot plot = Objects.requireNonNull(garden.plots().get(facts.plot()));
    List<Tenancy> tenancies =
        facts.applicants().stream()
            .filter(one -> one.offer() != null && one.offer().compareTo(garden.rent()) >= 0)
            .map(one ->
                new Tenancy(
                    one.name(), garden.rent().setScale(4), one.household(), one.helper() != null))
            .toList();
    return new Decided<>(new Result(plot.title(), tenancies), List.of());
  }
}
