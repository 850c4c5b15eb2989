package council.platform.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A step of a lifecycle as somebody sees it.
 *
 * @param action name of the mutation that takes it
 * @param because why it cannot be taken, absent where it can
 */
public record AllowedStep(String action, boolean allowed, @Nullable String because) {}
