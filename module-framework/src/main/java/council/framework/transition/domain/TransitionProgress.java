package council.framework.transition.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How far the cases of a framework are at the end of a day, as far as the days are recorded.
 *
 * @param zones by code
 * @param providers by the reference of the provider from which the services move
 */
public record TransitionProgress(
    Count total, SortedMap<String, Count> zones, SortedMap<String, Count> providers) {
  public TransitionProgress {
    zones = Collections.unmodifiableSortedMap(zones);
    providers = Collections.unmodifiableSortedMap(providers);
  }

  /**
   * @param cases opened by that day
   * @param exempt neither ended nor moved, and exempt on that day
   * @param open neither ended nor moved nor exempt
   * @param moved the service has moved
   * @param stayed ended with the people staying
   * @param closed ended otherwise
   * @param blocked open, with a blocker that was not resolved
   * @param overdue open, with a due day before that day
   * @param byStage those that are not exempt, by the stage in which they are
   * @param people at the locations of open cases
   * @param weeklyHours at the locations of open cases
   * @param unknown open cases whose people or hours are not known
   */
  public record Count(
      int cases,
      int exempt,
      int open,
      int moved,
      int stayed,
      int closed,
      int blocked,
      int overdue,
      SortedMap<String, Integer> byStage,
      long people,
      BigDecimal weeklyHours,
      int unknown) {
    public Count {
      byStage = Collections.unmodifiableSortedMap(byStage);
    }
  }

  /** People and hours of a location on the day. */
  public record Size(@Nullable Integer people, @Nullable BigDecimal weeklyHours) {
    static final Size UNKNOWN = new Size(null, null);
  }

  /**
   * @param sizes of the locations on that day, by reference
   */
  public static TransitionProgress on(
      LocalDate day, List<CaseHistory> all, Map<String, Size> sizes) {
    List<CaseHistory> cases = all.stream().filter(each -> each.isThereOn(day)).toList();
    return new TransitionProgress(
        count(day, cases, sizes),
        grouped(day, cases, sizes, CaseHistory::zone),
        grouped(day, cases, sizes, CaseHistory::provider));
  }

  private static SortedMap<String, Count> grouped(
      LocalDate day,
      List<CaseHistory> cases,
      Map<String, Size> sizes,
      Function<CaseHistory, String> by) {
    SortedMap<String, Count> counts = new TreeMap<>();
    cases.stream()
        .collect(Collectors.groupingBy(by))
        .forEach((code, group) -> counts.put(code, count(day, group, sizes)));
    return counts;
  }

  private static Count count(LocalDate day, List<CaseHistory> cases, Map<String, Size> sizes) {
    Tally tally = new Tally(day, sizes);
    cases.forEach(tally::add);
    return tally.count(cases.size());
  }

  private static final class Tally {
    private final LocalDate day;
    private final Map<String, Size> sizes;
    private final SortedMap<String, Integer> byStage = new TreeMap<>();
    private int exempt;
    private int open;
    private int moved;
    private int stayed;
    private int closed;
    private int blocked;
    private int overdue;
    private long people;
    private BigDecimal hours = BigDecimal.ZERO;
    private int unknown;

    Tally(LocalDate day, Map<String, Size> sizes) {
      this.day = day;
      this.sizes = sizes;
    }

    void add(CaseHistory one) {
      boolean worked = one.hasMovedBy(day) || one.isOverOn(day);
      if (one.hasMovedBy(day)) {
        moved++;
      } else if (one.isOverOn(day)) {
        if (one.outcome() == CaseOutcome.STAYED) {
          stayed++;
        } else {
          closed++;
        }
      } else if (one.isExemptOn(day)) {
        exempt++;
        return;
      }
      String stage = one.stageOn(day);
      if (stage != null) {
        byStage.merge(stage, 1, Integer::sum);
      }
      if (!worked) {
        addOpen(one);
      }
    }

    private void addOpen(CaseHistory one) {
      open++;
      if (one.isBlockedOn(day)) {
        blocked++;
      }
      LocalDate due = one.dueOn(day);
      if (due != null && due.isBefore(day)) {
        overdue++;
      }
      Size size = sizes.getOrDefault(one.location(), Size.UNKNOWN);
      if (size.people() == null || size.weeklyHours() == null) {
        unknown++;
      }
      people += size.people() == null ? 0 : size.people();
      hours = size.weeklyHours() == null ? hours : hours.add(size.weeklyHours());
    }

    Count count(int cases) {
      return new Count(
          cases, exempt, open, moved, stayed, closed, blocked, overdue, byStage, people, hours,
          unknown);
    }
  }
}
