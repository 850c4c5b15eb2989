package council.platform.decision;

import council.platform.json.CanonicalJson;

/** The canonical text of what an engine said. */
record Outcome(String result, String reasons) {
  static Outcome of(Decided<?> decided) {
    return new Outcome(CanonicalJson.text(decided.result()), CanonicalJson.text(decided.reasons()));
  }

  /** Of both together; members are in canonical order already. */
  String sha256() {
    return CanonicalJson.sha256HexOf("{\"reasons\":" + reasons + ",\"result\":" + result + "}");
  }

  /**
   * Reads canonical text back, so that an engine sees exactly what a replay will see.
   *
   * @throws IllegalStateException where the type loses something on the way
   */
  static <T> T throughCanonical(String canonical, Class<T> type) {
    T back = CanonicalJson.read(canonical, type);
    if (!CanonicalJson.text(back).equals(canonical)) {
      throw new IllegalStateException(
          "Expected " + type.getName() + " to survive canonical JSON, but it comes back different");
    }
    return back;
  }
}
