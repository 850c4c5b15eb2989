package council.framework.graphql;

import council.framework.api.Commitments;
import council.framework.api.Commitments.Commit;
import council.framework.api.Commitments.Funder;
import council.framework.api.Commitments.Source;
import council.framework.api.SpendAuthority;
import council.framework.api.SpendAuthority.OpenSpend;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is committed by hand, and what is opened of conditional parts. */
@Singleton
final class SpendMutations implements ApiPart {
  private final Commitments commitments;
  private final SpendAuthority authority;

  SpendMutations(Commitments commitments, SpendAuthority authority) {
    this.commitments = commitments;
    this.authority = authority;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation("recordCommitment", RecordCommitment.class, this::record);
    c.mutation(
        "openConditionalSpend",
        OpenSpend.class,
        (actor, input) -> Outcome.node("opening", "SpendOpening", authority.open(actor, input)));
  }

  private Outcome record(Actor actor, RecordCommitment input) {
    var committed =
        commitments.commit(
            actor,
            new Commit(
                input.vehicle(),
                input.lot(),
                input.provider(),
                input.funder(),
                input.amount(),
                input.on(),
                Source.BY_HAND,
                null,
                input.what(),
                input.override()));
    return Outcome.node("commitment", "Commitment", committed.commitment())
        .andValue("warnings", committed.warnings());
  }

  /** The SDL type RecordCommitmentInput. */
  record RecordCommitment(
      String vehicle,
      @Nullable String lot,
      String provider,
      Funder funder,
      BigDecimal amount,
      LocalDate on,
      String what,
      @Nullable String override) {}
}
