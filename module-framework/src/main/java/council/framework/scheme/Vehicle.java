package council.framework.scheme;

import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import council.platform.scheme.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One provider framework. */
@Doc("One provider framework: who may be placed on it, where, and what a place is good for")
public record Vehicle(
    @Doc("What people call it") String title,
    @Doc("First day on which its places can be used") LocalDate frameworkStart,
    @Doc(
            value = "Last day on which its places can be used; absent means no end is set",
            affects = DecisionKinds.ELIGIBILITY)
        @Nullable LocalDate frameworkEnd,
    @Doc(
            value = "Codes of the geography's zones that it covers; empty means all of them",
            rules = "LAN-FW-07",
            affects = DecisionKinds.ALLOCATION)
        List<String> zones,
    @Doc(
            value = "What applications are scored on; the weights add up to 100",
            rules = "LAN-FW-06",
            affects = DecisionKinds.ALLOCATION)
        List<Criterion> criteria,
    @Doc(
            value = "Score in percent that a provider must reach in a zone to be ranked there",
            rules = "LAN-FW-05",
            affects = DecisionKinds.ALLOCATION)
        @Range(min = "0", max = "100")
        BigDecimal qualityThresholdPercent,
    @Doc(
            value = "Kinds of place in the order in which they are given out",
            rules = {"LAN-FW-05", "LAN-FW-06"})
        List<Tier> tiers,
    @Doc(
            value = "Most areas in which a provider may hold capped places; absent means no cap",
            rules = {"LAN-FW-11", "LAN-FW-12"})
        @Nullable
        @Range(min = "1")
        Integer areaCap,
    @Doc(
            value = "How places are given out where providers reach the cap",
            rules = "LAN-FW-11",
            affects = DecisionKinds.ALLOCATION)
        @Default("HIGHEST_SCORE_FIRST")
        CapPolicy capPolicy,
    @Doc(
            value =
                "What decides between equal scores, in order: criterion:CODE (higher first),"
                    + " submittedAt (earlier first), reference (ascending); reference is added at"
                    + " the end where it is left out",
            rules = "LAN-FW-09",
            affects = DecisionKinds.ALLOCATION)
        List<String> tieBreakers,
    @Doc(
            value = "Whether providers may apply together as a consortium",
            rules = "HAM-FW-23",
            affects = DecisionKinds.ALLOCATION)
        @Default("false")
        boolean admitsConsortia,
    @Doc(
            value =
                "What happens to the locations of unsuccessful providers; absent means that they"
                    + " stay",
            rules = "LAN-FW-24",
            affects = DecisionKinds.ALLOCATION)
        @Nullable Transition transition,
    @Doc(
            value =
                "Rules that a provider must satisfy for each kind of request; a kind left out is"
                    + " not given to anybody",
            rules = {"LAN-FW-10", "LAN-FW-19", "LAN-FW-20"},
            affects = DecisionKinds.ELIGIBILITY)
        Map<RequestKind, List<NewBusinessRule>> newBusiness,
    @Doc("How a proposed allocation becomes an award") @Default("{}") Award award) {

  public Vehicle {
    zones = List.copyOf(zones);
    criteria = List.copyOf(criteria);
    tiers = List.copyOf(tiers);
    tieBreakers = List.copyOf(tieBreakers);
    newBusiness = Collections.unmodifiableMap(new LinkedHashMap<>(newBusiness));
  }

  public Optional<Criterion> findCriterion(String code) {
    return criteria.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  public Optional<Tier> findTier(String code) {
    return tiers.stream().filter(t -> t.code().equals(code)).findFirst();
  }

  /** Whether it is open for business on a date. */
  public boolean inForceOn(LocalDate date) {
    return !date.isBefore(frameworkStart) && (frameworkEnd == null || !date.isAfter(frameworkEnd));
  }
}
