package council.platform.scheme;

import council.platform.problem.Problems;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The scheme's {@code geography}: areas and their zones. A zone code is unique over all areas. */
@Doc("The council's areas, each with its zones")
public record GeographySection(
    @Doc(
            value = "Areas by code; a cap on areas counts these",
            rules = {"LAN-FW-07", "LAN-FW-11"})
        @Declares("platform.area")
        Map<String, Area> areas) {

  /** The section as the host contributes it. */
  public static final SchemeSection<GeographySection> SECTION =
      new SchemeSection<>("geography", GeographySection.class, GeographySection::check);

  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,29}");

  /** One area. */
  public record Area(
      @Doc("Name for people") String title,
      @Doc("Zones by code; the code is unique over all areas") @Declares("platform.zone")
          Map<String, Zone> zones) {
    public Area {
      zones = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(zones));
    }
  }

  /** One zone. */
  public record Zone(@Doc("Name for people") String title) {}

  public GeographySection {
    areas = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(areas));
  }

  /** Code of the area in which a zone lies. */
  public Optional<String> findAreaOf(String zoneCode) {
    return areas.entrySet().stream()
        .filter(area -> area.getValue().zones().containsKey(zoneCode))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Zone code to area code, in the order of the document. */
  public Map<String, String> areaByZone() {
    Map<String, String> byZone = new LinkedHashMap<>();
    areas.forEach((area, a) -> a.zones().keySet().forEach(zone -> byZone.putIfAbsent(zone, area)));
    return byZone;
  }

  public Set<String> zoneCodes() {
    return areaByZone().keySet();
  }

  private static void check(GeographySection section, SchemeView scheme, Problems problems) {
    if (section.areas.isEmpty()) {
      problems.add("NO_AREAS", "geography.areas", "Expected at least one area, but there is none.");
    }
    Map<String, String> areaOfZone = new HashMap<>();
    section.areas.forEach((code, area) -> checkArea(code, area, areaOfZone, problems));
  }

  private static void checkArea(
      String code, Area area, Map<String, String> areaOfZone, Problems problems) {
    String path = "geography.areas." + code;
    checkCode(code, path, problems);
    checkTitle(area.title(), path, problems);
    if (area.zones().isEmpty()) {
      problems.add("NO_ZONES", path + ".zones", "Expected at least one zone, but there is none.");
    }
    area.zones()
        .forEach((zoneCode, zone) -> {
          String zonePath = path + ".zones." + zoneCode;
          checkCode(zoneCode, zonePath, problems);
          checkTitle(zone.title(), zonePath, problems);
          String other = areaOfZone.putIfAbsent(zoneCode, code);
          if (other != null) {
            problems.add(
                "DUPLICATE_ZONE",
                zonePath,
                zoneCode,
                "a code that no other area has",
                "Zone " + zoneCode + " is also in area " + other + ".");
          }
        });
  }

  private static void checkCode(String code, String path, Problems problems) {
    if (!CODE.matcher(code).matches()) {
      problems.add(
          "BAD_CODE",
          path,
          code,
          "a letter, then at most 29 letters, digits, hyphens or underscores",
          "The code " + code + " cannot be used in references and file names.");
    }
  }

  private static void checkTitle(String title, String path, Problems problems) {
    if (title.isBlank()) {
      problems.add("BLANK_TITLE", path + ".title", "Expected a name, but it is blank.");
    }
  }
}
