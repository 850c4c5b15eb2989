package council.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change of one thing.
 *
 * @param subjectType GraphQL type name of what changed, such as {@code EvaluationRound}
 * @param subjectId its id
 * @param action past-tense name of the event, such as {@code PlacesAwarded}
 * @param before what it was: a record or map that becomes canonical JSON; absent for something new
 * @param after what it is now; absent for something gone
 * @param why reason given by the person, where one is asked for
 * @param providerId the provider whom it concerns, where there is one; a provider user sees only
 *     rows with its own
 */
public record Change(
    String subjectType,
    UUID subjectId,
    String action,
    @Nullable Object before,
    @Nullable Object after,
    @Nullable String why,
    @Nullable UUID providerId) {}
