package council.platform.identity;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Whether this is a demonstration: {@code council.demo}. It is not, unless that is said. */
@Singleton
public record DemoMode(@Value("${council.demo:false}") boolean on) {}
