package council.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code serve} refuses to start with. */
final class ServeSettingsTest {
  private final Map<String, String> environment = new HashMap<>();

  ServeSettingsTest() {
    environment.put("COUNCIL_DB_URL", "jdbc:postgresql://db:5432/council");
    environment.put("COUNCIL_DB_OWNER", "council_owner");
    environment.put("COUNCIL_DB_OWNER_PASSWORD", "9f2c4e7a1b3d5f60718293");
    environment.put("COUNCIL_DB_USER", "council_app");
    environment.put("COUNCIL_DB_USER_PASSWORD", "0a1b2c3d4e5f67788990aa");
  }

  @Test
  void takesProperSecrets() {
    ServeSettings settings = ServeSettings.from(environment);

    assertThat(settings.database().application().user()).isEqualTo("council_app");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.database().toString()).doesNotContain("0a1b2c", "9f2c4e");
  }

  @Test
  void namesEverythingThatIsMissingAtOnce() {
    environment.clear();

    assertThatThrownBy(() -> ServeSettings.from(environment))
        .isInstanceOf(ServeSettings.Unsafe.class)
        .hasMessageContainingAll(
            "COUNCIL_DB_URL",
            "COUNCIL_DB_OWNER ",
            "COUNCIL_DB_OWNER_PASSWORD",
            "COUNCIL_DB_USER ",
            "COUNCIL_DB_USER_PASSWORD");
  }

  @ParameterizedTest
  @CsvSource({
    "COUNCIL_DB_USER_PASSWORD, short, can be guessed",
    "COUNCIL_DB_USER_PASSWORD, password1234567890, can be guessed",
    "COUNCIL_DB_USER_PASSWORD, 12-council_app-3456, can be guessed",
    "COUNCIL_DB_USER_PASSWORD, aaaaaaaaaaaaaaaaaaaa, can be guessed",
    "COUNCIL_DB_USER_PASSWORD, 9f2c4e7a1b3d5f60718293, must differ",
    "COUNCIL_DB_USER, council_owner, must not be the owner",
    "COUNCIL_DB_URL, jdbc:mysql://db/council, must begin with jdbc:postgresql:",
    "COUNCIL_DB_URL, jdbc:postgresql://db/council?password=x, must not hold a password",
    "COUNCIL_PORT, eighty, must be a number",
    "COUNCIL_PORT, 70000, must be a number"
  })
  void refusesWhatNobodyShouldRunWith(String name, String value, String told) {
    environment.put(name, value);

    assertThatThrownBy(() -> ServeSettings.from(environment))
        .isInstanceOf(ServeSettings.Unsafe.class)
        .hasMessageContaining(name)
        .hasMessageContaining(told);
  }
}
