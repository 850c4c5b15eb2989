package council.framework.scheme;

import council.platform.scheme.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code framework} section: every provider framework that a council runs, by code. */
@Doc("The provider frameworks that the council runs")
public record FrameworkSection(
    @Doc(
            value =
                "Provider frameworks by code; each is evaluated, allocated and awarded by itself",
            rules = {"LAN-FW-05", "HAM-FW-23", "HAM-REA-04"})
        Map<String, Vehicle> vehicles) {

  public static final String NAME = "framework";

  public FrameworkSection {
    vehicles = Collections.unmodifiableMap(new LinkedHashMap<>(vehicles));
  }

  public Optional<Vehicle> findVehicle(String code) {
    return Optional.ofNullable(vehicles.get(code));
  }

  /** For facts that were taken from this section; another code is a broken invariant. */
  public Vehicle getVehicle(String code) {
    return findVehicle(code)
        .orElseThrow(() ->
            new IllegalArgumentException("Expected a vehicle of the scheme, but it is " + code));
  }

  /** Codes in the order of the document. */
  public List<String> listCodes() {
    return List.copyOf(vehicles.keySet());
  }

  /** Where the document sets something of a vehicle. */
  public static String path(String code, String rest) {
    return NAME + ".vehicles." + code + (rest.isEmpty() ? "" : "." + rest);
  }
}
