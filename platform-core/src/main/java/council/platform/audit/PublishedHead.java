package council.platform.audit;

/**
 * The last batch of a council as somebody wrote it down outside of the instance. It alone tells
 * when the end of a chain was cut off, or the whole of it was written anew.
 */
public record PublishedHead(String tenant, int number, String sha256) {}
