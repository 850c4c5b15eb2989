package council.framework.graphql;

import council.framework.api.SpendAuthority;
import council.framework.spend.domain.CommitmentFacts.Committed;
import council.framework.spend.domain.LimitKind;
import council.framework.spend.domain.SpendStanding;
import council.framework.spend.domain.SpendStanding.Part;
import council.framework.spend.domain.SpendStanding.Share;
import council.framework.spend.domain.SpendStanding.Used;
import council.graphql.spi.Arguments;
import council.graphql.spi.Contributions;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The question how a framework stands against its limits. */
@Singleton
final class SpendPositionQuery implements ApiPart {
  private final SpendAuthority authority;

  SpendPositionQuery(SpendAuthority authority) {
    this.authority = authority;
  }

  @Override
  public void declare(Contributions c) {
    c.query("spendPosition", this::ask);
  }

  private Told ask(Actor actor, Arguments arguments) {
    var position =
        authority.position(
            actor, arguments.get("vehicle", String.class), arguments.get("on", LocalDate.class));
    SpendStanding standing = position.standing();
    return new Told(
        position.vehicle(),
        position.on(),
        position.schemeVersionId().toString(),
        ToldSum.of(standing.committed()),
        standing.limits().stream().map(ToldLimit::of).toList(),
        standing.lots().stream().map(SpendPositionQuery::lot).toList(),
        standing.providers().stream()
            .map(share ->
                new ToldProvider(
                    share.code(),
                    Objects.requireNonNull(position.providerNames().get(share.code())),
                    ToldSum.of(share.committed())))
            .toList());
  }

  private static ToldLot lot(Share share) {
    return new ToldLot(share.code().isEmpty() ? null : share.code(), ToldSum.of(share.committed()));
  }

  /** The SDL type SpendPosition. */
  record Told(
      String vehicle,
      LocalDate on,
      String schemeVersionId,
      ToldSum committed,
      List<ToldLimit> limits,
      List<ToldLot> lots,
      List<ToldProvider> providers) {}

  /** The SDL type CommittedSum. */
  record ToldSum(BigDecimal byCouncil, BigDecimal byPartners, BigDecimal total) {
    static ToldSum of(Committed committed) {
      return new ToldSum(
          committed.byCouncil(),
          committed.byPartners(),
          committed.byCouncil().add(committed.byPartners()));
    }
  }

  /** The SDL type SpendLimitPosition. */
  record ToldLimit(
      LimitKind kind,
      List<Part> parts,
      BigDecimal amount,
      BigDecimal opened,
      BigDecimal used,
      BigDecimal left,
      @Nullable BigDecimal sharePercent,
      @Nullable BigDecimal warningReached) {
    static ToldLimit of(Used used) {
      return new ToldLimit(
          used.kind(),
          used.parts(),
          used.amount(),
          used.opened(),
          used.used(),
          used.left(),
          used.sharePercent(),
          used.reached());
    }
  }

  /** The SDL type LotCommitment. */
  record ToldLot(@Nullable String lot, ToldSum committed) {}

  /** The SDL type ProviderCommitment. */
  record ToldProvider(String providerReference, String providerName, ToldSum committed) {}
}
