package council.config.document;

import org.jspecify.annotations.Nullable;

/**
 * One edit of a scheme's text.
 *
 * @param path such as {@code framework.vehicles.X.criteria[QUALITY].weightPercent}; an item of a
 *     list by its code or name, or by its number from 0
 * @param value the new value as YAML; absent removes what stands there
 */
public record SchemeEdit(String path, @Nullable String value) {}
