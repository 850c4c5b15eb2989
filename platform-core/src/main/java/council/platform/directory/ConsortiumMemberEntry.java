package council.platform.directory;

/** One organisation of a consortium, both by reference. */
public record ConsortiumMemberEntry(String consortium, String member) {}
