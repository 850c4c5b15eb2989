package council.framework.scheme;

import council.platform.scheme.Doc;
import org.jspecify.annotations.Nullable;

/** How the framework is told in the Open Contracting Data Standard. */
@Doc("How the framework is told as open data, in the Open Contracting Data Standard")
public record OpenData(
    @Doc("Prefix of the contracting processes' ids, as registered, such as ocds-b5fd17")
        String ocidPrefix,
    @Doc("Name of the buyer") String buyer,
    @Doc("Identifier of the buyer with its scheme, such as GB-LAE-LAN; absent where none")
        @Nullable String buyerId,
    @Doc("Web address of the licence under which it is published; absent where none")
        @Nullable String licence) {}
