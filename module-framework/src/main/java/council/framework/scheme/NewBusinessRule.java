package council.framework.scheme;

import council.platform.scheme.Condition;
import council.platform.scheme.Doc;
import council.platform.scheme.Kind;
import java.util.List;

/** One thing that must be true of a provider that is to take business. */
@Doc(
    value = "One thing that must be true of a provider that is to take business",
    rules = {"LAN-FW-10", "LAN-FW-20"})
public sealed interface NewBusinessRule {

  /** {@code HOLDS_PLACE}. */
  @Doc(
      value = "Holds a place of one of the tiers in the zone, in force on the date",
      rules = "LAN-FW-10")
  record HoldsPlace(@Doc("Codes of the tiers") List<String> tiers) implements NewBusinessRule {
    public HoldsPlace {
      tiers = List.copyOf(tiers);
    }
  }

  /** {@code HOLDS_LOCATION}. */
  @Doc(
      value = "Holds the location asked for, and a place of one of the tiers in its zone",
      rules = {"LAN-FW-18", "LAN-FW-19", "LAN-FW-20"})
  record HoldsLocation(@Doc("Codes of the tiers") List<String> tiers) implements NewBusinessRule {
    public HoldsLocation {
      tiers = List.copyOf(tiers);
    }
  }

  /** {@code NOT_SUSPENDED}. */
  @Doc("No suspension of this scope is in force on the date")
  record NotSuspended(@Doc("What must not be suspended") SuspensionScope scope)
      implements NewBusinessRule {}

  /** {@code WITHIN_AREA_CAP}. */
  @Doc(
      value =
          "The areas of its capped places in force on the date, with the zone's own, stay within"
              + " the area cap",
      rules = {"LAN-FW-11", "LAN-FW-12"})
  record WithinAreaCap() implements NewBusinessRule {}

  /** {@code WITHIN_ZONE_CAP}. */
  @Doc(
      "The lots of its capped places in force on the date, with the one asked for, stay within"
          + " the zone cap")
  record WithinZoneCap() implements NewBusinessRule {}

  /** {@code CHECKS_HOLD}. */
  @Doc(
      value = "Has a pass of each of these checks that holds on the date",
      rules = {"LAN-FW-42", "LAN-FW-63", "LAN-FW-89", "HAM-FW-34"})
  record ChecksHold(@Doc("Codes of the checks") List<String> checks) implements NewBusinessRule {
    public ChecksHold {
      checks = List.copyOf(checks);
    }
  }

  /** {@code CONDITION}. */
  @Kind("CONDITION")
  @Doc("Meets a condition of the council's own")
  record MeetsCondition(
      @Doc("What people call it, such as: pays the Living Wage") String title,
      @Doc(
              "When it is met, such as provider.LIVING_WAGE == true; may speak of the providers'"
                  + " attributes, request.kind, request.zone, request.category and request.area;"
                  + " not met where what it speaks of has no value")
          Condition when)
      implements NewBusinessRule {}
}
