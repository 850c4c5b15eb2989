package council.framework.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import council.framework.spend.domain.SpendFrameworks;
import council.platform.problem.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OpenDataChecksTest {
  private static List<String> check(
      String prefix, String buyer, @Nullable String id, @Nullable String licence) {
    Problems problems = new Problems();
    OpenDataChecks.check(
        "X", SpendFrameworks.publishing(new OpenData(prefix, buyer, id, licence)), problems);
    return problems.list().stream().map(p -> p.code() + " " + p.path()).toList();
  }

  @Test
  void whatIsRegisteredCanBePublished() {
    assertThat(check("ocds-b5fd17", "A council", "GB-LAE-LAN", "https://example.org/licence"))
        .isEmpty();
    assertThat(check("ocds-b5fd17", "A council", null, null)).isEmpty();
  }

  @Test
  void everyProblemIsToldAtOnce() {
    assertThat(check("b5fd17", " ", "LAN", "ogl"))
        .containsExactlyInAnyOrder(
            "BAD_OCID_PREFIX framework.vehicles.X.openData.ocidPrefix",
            "BLANK_TITLE framework.vehicles.X.openData.buyer",
            "BAD_BUYER_ID framework.vehicles.X.openData.buyerId",
            "BAD_ADDRESS framework.vehicles.X.openData.licence");
  }
}
