package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import java.util.List;

/** A step by which a place changes after its award. */
@Doc(
    value = "A step by which a place changes after its award",
    rules = {
      "LAN-FW-15",
      "LAN-FW-16",
      "LAN-FW-23",
      "LAN-FW-37",
      "LAN-FW-38",
      "LAN-FW-39",
      "LAN-FW-40"
    })
public sealed interface PlaceStep {
  String title();

  /** Grounds of which one is given; empty where any words will do. */
  List<String> grounds();

  /** Whether evidence must be named. */
  boolean evidenceNeeded();

  /** {@code MOVE}. */
  @Doc(
      value = "To another tier in the same zone",
      rules = {"LAN-FW-15", "LAN-FW-22"})
  record Move(
      @Doc("What people call it") String title,
      @Doc("Codes of the tiers from which it leads") List<String> from,
      @Doc("Code of the tier to which it leads") String to,
      @Doc("Whether the provider must deliver at a location in the zone") @Default("false")
          boolean locationNeeded,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("true") boolean evidenceNeeded)
      implements PlaceStep {
    public Move {
      from = List.copyOf(from);
      grounds = List.copyOf(grounds);
    }
  }

  /** {@code REMOVE}. */
  @Doc(
      value = "Off the framework, by the council",
      rules = {"LAN-FW-16", "LAN-FW-23"})
  record Remove(
      @Doc("What people call it") String title,
      @Doc("Codes of the tiers from which it leads") List<String> from,
      @Doc("Whether the provider's locations become transition cases") @Default("true")
          boolean locationsMove,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("true") boolean evidenceNeeded)
      implements PlaceStep {
    public Remove {
      from = List.copyOf(from);
      grounds = List.copyOf(grounds);
    }
  }

  /** {@code RESIGN}. */
  @Doc("Off the framework, by the provider's own wish")
  record Resign(
      @Doc("What people call it") String title,
      @Doc("Codes of the tiers from which it leads") List<String> from,
      @Doc("Whether the provider's locations become transition cases") @Default("true")
          boolean locationsMove,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("false") boolean evidenceNeeded)
      implements PlaceStep {
    public Resign {
      from = List.copyOf(from);
      grounds = List.copyOf(grounds);
    }
  }

  /** {@code NOVATE}. */
  @Doc(value = "All places of a provider that is sold, to the buyer", rules = "LAN-FW-37")
  record Novate(
      @Doc("What people call it") String title,
      @Doc("Codes of the due-diligence checks that the buyer must have passed") List<String> checks,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("true") boolean evidenceNeeded)
      implements PlaceStep {
    public Novate {
      checks = List.copyOf(checks);
      grounds = List.copyOf(grounds);
    }
  }

  /** {@code RECOMMISSION}. */
  @Doc(
      value =
          "All places of a provider that is sold end, and its locations become transition cases"
              + " whose receiver is found by the rules for re-procured business",
      rules = "LAN-FW-38")
  record Recommission(
      @Doc("What people call it") String title,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("true") boolean evidenceNeeded)
      implements PlaceStep {
    public Recommission {
      grounds = List.copyOf(grounds);
    }
  }

  /** {@code ADMIT_AT_SITE}. */
  @Doc(
      value = "A place that holds at one location only, such as a home that was de-registered",
      rules = {"LAN-FW-39", "LAN-FW-40"})
  record AdmitAtSite(
      @Doc("What people call it") String title,
      @Doc("Code of the tier") String tier,
      @Doc("Codes of the due-diligence checks that the provider must have passed")
          List<String> checks,
      @Doc("Grounds of which one is given; empty where any words will do") List<String> grounds,
      @Doc("Whether evidence must be named") @Default("true") boolean evidenceNeeded)
      implements PlaceStep {
    public AdmitAtSite {
      checks = List.copyOf(checks);
      grounds = List.copyOf(grounds);
    }
  }
}
