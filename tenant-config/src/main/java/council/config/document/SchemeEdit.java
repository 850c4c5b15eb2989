package council.config.document;

import org.jspecify.annotations.Nullable;

/**
 * One edit of a scheme's text.
 *
 * @param path such as {@code framework.vehicles.X.criteria[QUALITY].weightPercent}; an item of a
 *     list by its code or name, by its number from 0, or {@code [+]} for a new one at the end
 * @param value the new value as YAML; absent removes what stands there
 */
public record SchemeEdit(String path, @Nullable String value) {}
