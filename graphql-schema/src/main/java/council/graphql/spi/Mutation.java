package council.graphql.spi;

import council.platform.identity.Actor;

/**
 * Calls one facade and says what changed. It runs inside the write transaction; throwing {@code
 * Refused} rolls everything back and answers the problems in the payload.
 */
@FunctionalInterface
public interface Mutation<I> {
  Outcome apply(Actor actor, I input);
}
