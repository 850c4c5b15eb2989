package council.platform.wrong;

/** Breaks the house plan on purpose. */
final class KnowsTooMuch {
  council.framework.FrameworkModule known;

  KnowsTooMuch(council.framework.FrameworkModule known) {
    this.known = known;
  }
}
