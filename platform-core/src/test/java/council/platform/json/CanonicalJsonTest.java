package council.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  enum Colour {
    RED
  }

  record Inner(BigDecimal share, @Nullable String remark) {
    boolean isEmpty() {
      return share.signum() == 0;
    }

    public BigDecimal getDouble() {
      return share.add(share);
    }
  }

  record Facts(
      String zone,
      int places,
      long count,
      boolean open,
      BigDecimal score,
      LocalDate on,
      Instant at,
      UUID id,
      Colour colour,
      Optional<String> note,
      @Nullable Integer people,
      List<Inner> inner,
      Map<String, BigDecimal> weights) {}

  private static final Facts FACTS =
      new Facts(
          "LAN\u00e9\u20ac\ud83d\ude00\"\n",
          3,
          9_007_199_254_740_991L,
          true,
          new BigDecimal("71.2000"),
          LocalDate.of(2015, 6, 1),
          Instant.parse("2015-02-23T08:55:00Z"),
          UUID.fromString("0190d1f0-0000-7000-8000-000000000001"),
          Colour.RED,
          Optional.empty(),
          null,
          List.of(new Inner(new BigDecimal("0.10"), null)),
          Map.of("b", new BigDecimal("1E+3"), "a", BigDecimal.ZERO));

  @Test
  void writesSortedMembersExactDecimalsAndLeavesOutWhatIsAbsent() {
    assertThat(CanonicalJson.text(FACTS))
        .isEqualTo(
            """
            {"at":"2015-02-23T08:55:00Z","colour":"RED","count":9007199254740991,\
            "id":"0190d1f0-0000-7000-8000-000000000001","inner":[{"share":"0.10"}],\
            "on":"2015-06-01","open":true,"places":3,"score":"71.2000",\
            "weights":{"a":"0","b":"1000"},"zone":"LAN\u00e9\u20ac\ud83d\ude00\\"\\n"}\
            """);
  }

  @Test
  void factsReadBackGiveTheSameBytes() {
    String first = CanonicalJson.text(FACTS);
    Facts back = CanonicalJson.read(first, Facts.class);
    assertThat(CanonicalJson.bytes(back)).isEqualTo(CanonicalJson.bytes(FACTS));
    assertThat(back.score()).isEqualTo(new BigDecimal("71.2000"));
    assertThat(back.at()).isEqualTo(FACTS.at());
    assertThat(back.note()).isEmpty();
    assertThat(CanonicalJson.sha256Hex(back)).isEqualTo(CanonicalJson.sha256HexOf(first));
  }

  @Test
  void aTreeAndARecordThatSayTheSameHaveTheSameBytes() throws Exception {
    JsonNode tree =
        StrictJson.mapper().readTree("{\"remark\":null, \"share\": 0.100000000000000000010}");
    assertThat(CanonicalJson.text(tree))
        .isEqualTo(CanonicalJson.text(new Inner(new BigDecimal("0.100000000000000000010"), null)));
  }

  @Test
  void membersSortByUtf16AsTheStandardSays() {
    assertThat(CanonicalJson.text(Map.of("\ufb33", 1, "\ud83d\ude00", 2, "a", 3)))
        .isEqualTo("{\"a\":3,\"\ud83d\ude00\":2,\"\ufb33\":1}");
  }

  @Test
  void scalarsAreValuesToo() {
    assertThat(CanonicalJson.text("a\"b")).isEqualTo("\"a\\\"b\"");
    assertThat(CanonicalJson.text(7)).isEqualTo("7");
  }

  @Test
  void aWholeNumberThatADoubleCannotHoldIsRefused() {
    assertThatThrownBy(() -> CanonicalJson.text(Map.of("n", 9_007_199_254_740_992L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9007199254740992");
  }

  @Test
  void sha256IsThePublishedOne() {
    assertThat(CanonicalJson.sha256HexOf("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void refusesWhatDoesNotBindExactly() {
    assertRefused("{\"share\":\"1\",\"shar\":\"2\"}", "shar");
    assertRefused("{\"remark\":\"x\"}", "share");
    assertRefused("{\"share\":\"1\"} {}", "railing");
    assertRefused("{\"share\":\"1\",\"share\":\"2\"}", "uplicate");
    assertRefused("{\"share\":\"much\"}", "much");
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> CanonicalJson.read(json, Inner.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
