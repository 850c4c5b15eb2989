package council.framework.scheme;

import council.platform.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether what the open data are published under can stand in ids and addresses. */
final class OpenDataChecks {
  private static final Pattern PREFIX = Pattern.compile("ocds-[a-z0-9]{6}");
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Z]{2,3}-[A-Z0-9]+-[A-Za-z0-9._-]+");
  private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9./_~%-]+");

  private OpenDataChecks() {}

  static void check(String code, Vehicle vehicle, Problems problems) {
    OpenData openData = vehicle.openData();
    if (openData == null) {
      return;
    }
    String path = FrameworkSection.path(code, "openData");
    check(
        PREFIX,
        openData.ocidPrefix(),
        "BAD_OCID_PREFIX",
        path + ".ocidPrefix",
        "ocds- and the six letters or digits that were registered",
        problems);
    if (openData.buyer().isBlank()) {
      problems.add(
          "BLANK_TITLE", path + ".buyer", "Expected the name of the buyer, but it is blank.");
    }
    check(
        IDENTIFIER,
        openData.buyerId(),
        "BAD_BUYER_ID",
        path + ".buyerId",
        "a scheme and an id within it, such as GB-LAE-LAN",
        problems);
    check(
        ADDRESS,
        openData.licence(),
        "BAD_ADDRESS",
        path + ".licence",
        "an address that begins with https://",
        problems);
  }

  private static void check(
      Pattern form,
      @Nullable String value,
      String code,
      String path,
      String expected,
      Problems problems) {
    if (value != null && !form.matcher(value).matches()) {
      problems.add(
          code, path, value, expected, "Expected " + expected + ", but found " + value + ".");
    }
  }
}
