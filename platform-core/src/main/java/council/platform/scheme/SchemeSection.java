package council.platform.scheme;

/**
 * What a module adds to the scheme document: one top-level key, its record type and the checks that
 * types and ranges cannot express.
 *
 * @param name the top-level key, such as {@code framework}
 * @param type the record that holds it
 * @param check semantic checks, run once the section could be bound
 */
public record SchemeSection<S>(String name, Class<S> type, SectionCheck<S> check) {}
