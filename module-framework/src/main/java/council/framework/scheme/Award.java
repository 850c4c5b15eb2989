package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;

/** How a proposed allocation becomes an award. */
@Doc("How a proposed allocation becomes an award")
public record Award(
    @Doc("Days between the notice to the applicants and the earliest award")
        @Default("10")
        @Range(min = "0", max = "366")
        int standstillDays) {}
