package council.platform.attribute;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has attributes. Whoever makes one has seen to it that it exists.
 *
 * @param providerId the provider whose users see the values; absent where none do
 */
public record Owner(OwnerType type, UUID id, @Nullable UUID providerId) {}
