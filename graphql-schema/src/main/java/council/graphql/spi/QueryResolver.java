package council.graphql.spi;

import council.platform.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Answers a Query field through a facade: authorised already, inside the read transaction. */
@FunctionalInterface
public interface QueryResolver {
  /**
   * @return records, lists and scalars in the shape of the SDL type; a {@link NodeRef} where a
   *     declared read type is to be read
   */
  @Nullable Object resolve(Actor actor, Arguments arguments);
}
