package council.toy;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;

/** The {@code toy} section of a scheme. */
@Doc("How visitors are greeted")
public record ToySection(@Doc("What visitors are told") @Default("Welcome") String greeting) {}
