package council.framework.scheme;

import council.platform.scheme.Doc;

/** When providers can be placed on a framework. */
@Doc("When providers can be placed on the framework")
public sealed interface Admission {

  /** {@code ROUND}. */
  @Doc("One round fills the framework for its whole span; its places hold from the first day")
  record Round() implements Admission {}

  /** {@code OPEN}. */
  @Doc(
      value =
          "An open list: rounds can run and be awarded at any time and side by side; places hold"
              + " from the award to the framework's end",
      rules = "LAN-APL-01")
  record Open() implements Admission {}

  /** The word by which the document and the database name it. */
  default String word() {
    return switch (this) {
      case Round round -> "ROUND";
      case Open open -> "OPEN";
    };
  }
}
