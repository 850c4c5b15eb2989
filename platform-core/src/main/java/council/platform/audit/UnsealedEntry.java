package council.platform.audit;

/**
 * A row that no batch holds.
 *
 * @param awaitsSeal whether the next sealing will take it; what was put in past the database's
 *     triggers does not
 */
public record UnsealedEntry(AuditLine line, boolean awaitsSeal) {}
