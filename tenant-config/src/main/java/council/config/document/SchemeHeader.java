package council.config.document;

import council.platform.scheme.Doc;
import java.time.LocalDate;

/** The keys of a scheme document beside its sections. */
public record SchemeHeader(
    @Doc("Code of the council, such as northshire.") String council,
    @Doc("What this scheme is called, for people.") String title,
    @Doc("First day on which this version is in force.") LocalDate effectiveFrom) {}
