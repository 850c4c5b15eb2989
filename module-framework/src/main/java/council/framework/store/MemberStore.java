package council.framework.store;

import static council.framework.store.generated.Tables.ROUND;
import static council.framework.store.generated.Tables.ROUND_PROVIDER;

import council.framework.domain.EligibilityFacts.MemberFact;
import council.framework.scheme.MemberRole;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Who delivers behind the holders of places, as the rounds that were awarded name them, over the
 * span of their framework.
 */
@Singleton
final class MemberStore {
  private final DSLContext db;

  MemberStore(DSLContext db) {
    this.db = db;
  }

  /** By holder and member; each once, however many rounds name it. */
  List<MemberFact> list(String vehicle) {
    return db
        .selectDistinct(
            ROUND_PROVIDER.PROVIDER_REFERENCE,
            ROUND_PROVIDER.CONSORTIUM_MEMBERS,
            ROUND_PROVIDER.MEMBER_ROLE,
            ROUND.FRAMEWORK_START,
            ROUND.FRAMEWORK_END)
        .from(ROUND_PROVIDER)
        .join(ROUND)
        .on(ROUND.ID.eq(ROUND_PROVIDER.ROUND_ID))
        .where(ROUND.VEHICLE.eq(vehicle))
        .and(ROUND.STATUS.eq(RoundLifecycle.AWARDED))
        .and("cardinality({0}) > 0", ROUND_PROVIDER.CONSORTIUM_MEMBERS)
        .orderBy(
            ROUND_PROVIDER.PROVIDER_REFERENCE,
            ROUND.FRAMEWORK_START,
            ROUND.FRAMEWORK_END,
            ROUND_PROVIDER.CONSORTIUM_MEMBERS)
        .fetch()
        .stream()
        .flatMap(r ->
            Arrays.stream(r.get(ROUND_PROVIDER.CONSORTIUM_MEMBERS))
                .sorted()
                .map(member ->
                    new MemberFact(
                        r.get(ROUND_PROVIDER.PROVIDER_REFERENCE),
                        member,
                        role(r.get(ROUND_PROVIDER.MEMBER_ROLE)),
                        r.get(ROUND.FRAMEWORK_START),
                        Days.dayAfter(r.get(ROUND.FRAMEWORK_END)))))
        .distinct()
        .toList();
  }

  /** Rounds from before roles were kept knew consortia only. */
  private static MemberRole role(@Nullable String kept) {
    return kept == null ? MemberRole.CONSORTIUM_MEMBER : MemberRole.valueOf(kept);
  }

  /** Whether a provider delivers behind the holder of a place. */
  boolean isMember(String vehicle, String provider) {
    return list(vehicle).stream().anyMatch(member -> member.member().equals(provider));
  }
}
