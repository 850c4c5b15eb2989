package council.graphql.spi;

import org.jspecify.annotations.Nullable;

/**
 * Something that can or cannot be done next.
 *
 * @param action name of the mutation field that does it
 * @param because why it cannot be done, absent where it can
 */
public record AllowedAction(String action, boolean allowed, @Nullable String because) {}
