package council.framework.round;

import council.framework.scheme.FrameworkSection;
import council.platform.problem.Refused;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths as people give them on the command line. */
public final class SettingPath {
  private static final List<String> SECTION_COMPONENTS =
      Arrays.stream(FrameworkSection.class.getRecordComponents())
          .map(RecordComponent::getName)
          .toList();
  private static final String SECTION = FrameworkSection.NAME + ".";

  private SettingPath() {}

  /**
   * The full path of a setting: {@code framework.capPolicy} addresses the chosen vehicle, as {@code
   * framework.vehicles.CODE.capPolicy} does; every other path stays as it is, and a misspelt one is
   * looked for in the vehicle.
   *
   * @param vehicle the vehicle asked for, absent where none was named
   * @param section the vehicles of the scheme
   */
  public static String full(String path, @Nullable String vehicle, FrameworkSection section) {
    if (vehicle == null && path.startsWith(SECTION) && !isWhole(path)) {
      return full(path, choose(null, section), section.listCodes());
    }
    return full(path, vehicle, section.listCodes());
  }

  private static boolean isWhole(String path) {
    return SECTION_COMPONENTS.contains(firstStep(path.substring(SECTION.length())));
  }

  /** The same, where only the codes of the vehicles are known. */
  public static String full(String path, @Nullable String vehicle, Collection<String> codes) {
    if (!path.startsWith(SECTION)) {
      return path;
    }
    String rest = path.substring(SECTION.length());
    return SECTION_COMPONENTS.contains(firstStep(rest))
        ? path
        : FrameworkSection.path(choose(vehicle, codes), rest);
  }

  /**
   * The vehicle asked for, or the only one; of several, the only one that is filled by one round,
   * since rounds of an open list are small and many.
   *
   * @throws Refused where there is no such vehicle, or none was named and several could be meant
   */
  public static String choose(@Nullable String vehicle, FrameworkSection section) {
    List<String> filledByOneRound =
        section.vehicles().entrySet().stream()
            .filter(entry -> !entry.getValue().isOpenList())
            .map(Map.Entry::getKey)
            .toList();
    return vehicle == null && filledByOneRound.size() == 1
        ? filledByOneRound.getFirst()
        : choose(vehicle, section.listCodes());
  }

  /**
   * The vehicle asked for, or the only one.
   *
   * @throws Refused where there is no such vehicle, or several and none was named
   */
  public static String choose(@Nullable String vehicle, Collection<String> codes) {
    String listed = String.join(", ", codes);
    if (vehicle == null && codes.size() == 1) {
      return codes.iterator().next();
    }
    if (vehicle == null) {
      throw new Refused(
          "VEHICLE_NOT_NAMED",
          "framework.vehicles",
          "The scheme has %d frameworks (%s); name one of them.".formatted(codes.size(), listed));
    }
    if (!codes.contains(vehicle)) {
      throw new Refused(
          "UNKNOWN_VEHICLE",
          "framework.vehicles." + vehicle,
          "There is no framework '%s'; the scheme has %s.".formatted(vehicle, listed));
    }
    return vehicle;
  }

  /** The components of a vehicle that these full paths set. */
  static Set<String> components(String vehicle, Collection<String> paths) {
    String prefix = FrameworkSection.path(vehicle, "") + ".";
    return paths.stream()
        .filter(path -> path.startsWith(prefix))
        .map(path -> firstStep(path.substring(prefix.length())))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String firstStep(String path) {
    return path.split("[.\\[]", 2)[0];
  }
}
