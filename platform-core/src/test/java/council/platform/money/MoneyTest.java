package council.platform.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import council.platform.json.CanonicalJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void isExactToThePenny() {
    assertThat(Money.of("1.5")).isEqualTo(Money.ofPence(150));
    assertThat(Money.of("1.500")).hasToString("1.50");
    assertThatThrownBy(() -> Money.of("1.005")).isInstanceOf(ArithmeticException.class);
    assertThat(Money.rounded(new BigDecimal("-1.005"), RoundingMode.HALF_UP))
        .isEqualTo(Money.of("-1.01"));
  }

  @Test
  void addsAndCompares() {
    assertThat(Money.of("0.10").plus(Money.of("0.20"))).isEqualTo(Money.of("0.30"));
    assertThat(Money.of("0.10").minus(Money.of("0.20")).isNegative()).isTrue();
    assertThat(Money.of("9.99")).isLessThan(Money.of("10.00"));
  }

  @Test
  void roundsAsTheSchemeSays() {
    BigDecimal exact = new BigDecimal("14.12345");
    assertThat(Rounding.RATE.round(exact)).isEqualTo(new BigDecimal("14.1235"));
    assertThat(Rounding.AMOUNT.round(exact)).isEqualTo(new BigDecimal("14.12"));
    assertThat(new Rounding(1, RoundingMode.CEILING).round(exact))
        .isEqualTo(new BigDecimal("14.2"));
    assertThat(Rounding.RATE.divide(BigDecimal.ONE, new BigDecimal("3")))
        .isEqualTo(new BigDecimal("0.3333"));
  }

  @Test
  void isWrittenAsPeopleReadIt() {
    assertThat(Gbp.format(Money.of("129522100"))).isEqualTo("£129,522,100.00");
    assertThat(Gbp.format(Money.of("-0.5"))).isEqualTo("-£0.50");
    assertThat(Gbp.format(Money.of("999.09"))).isEqualTo("£999.09");
    assertThat(Gbp.format(Money.of("-1000"))).isEqualTo("-£1,000.00");
    assertThat(Gbp.format(Money.ZERO)).isEqualTo("£0.00");
  }

  @Test
  void isTextInCanonicalJson() {
    assertThat(CanonicalJson.text(Map.of("price", Money.of("12.5"))))
        .isEqualTo("{\"price\":\"12.50\"}");
    assertThat(CanonicalJson.read("\"12.50\"", Money.class)).isEqualTo(Money.of("12.5"));
  }
}
