package council.platform.identity;

import java.time.Duration;

/**
 * What is remembered of the token with which somebody came.
 *
 * @param keyId which of the issuer's keys has signed it
 * @param lifetime from its issue to its end
 */
public record TokenFacts(String keyId, TokenType type, Duration lifetime) {}
