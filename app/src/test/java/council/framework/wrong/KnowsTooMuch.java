package council.framework.wrong;

/** Breaks the house plan on purpose. */
final class KnowsTooMuch {
  council.config.document.SchemeReader known;

  KnowsTooMuch(council.config.document.SchemeReader known) {
    this.known = known;
  }
}
