package council.config.document;

/** A place in the text, counted from 1. */
record Mark(int line, int column) {
  /** Of what stands in no text: a default or an override. */
  static final Mark NONE = new Mark(0, 0);

  boolean isKnown() {
    return line > 0;
  }
}
