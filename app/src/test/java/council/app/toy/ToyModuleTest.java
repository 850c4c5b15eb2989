package council.app.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import council.app.client.ClientFailure;
import council.platform.identity.Role;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module is a jar: on the class path all that it brings is there; left out, it is gone. */
final class ToyModuleTest {
  private static final String GREETING = "{ toyGreeting { text visits } }";
  private static final String SCHEME =
      """
      council: %s
      title: A council that greets
      effectiveFrom: 2020-01-01
      toy: {greeting: Come in}
      """;
  private static final String SCHEME_WITHOUT =
      """
      council: %s
      title: A council that does not greet
      effectiveFrom: 2020-01-01
      """;

  @TempDir Path folder;

  @Test
  void bringsSectionTableFieldAndPermission() throws Exception {
    try (URLClassLoader modules = withToy();
        ToyInstance instance = ToyInstance.start(modules, folder.resolve("keys"))) {
      instance.createCouncil("kent");
      instance.loadScheme("kent", SCHEME.formatted("kent"));
      instance.createCouncil("devon");
      instance.loadScheme("devon", SCHEME_WITHOUT.formatted("devon"));
      insertVisit(instance, "kent");
      insertVisit(instance, "devon");

      JsonNode answer = instance.ask("kent", Role.AUDITOR, GREETING);
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
      JsonNode greeting = answer.path("data").path("toyGreeting");
      assertThat(greeting.path("text").asText()).isEqualTo("Come in");
      assertThat(greeting.path("visits").asInt()).isEqualTo(1);
      assertThat(codes(instance.ask("kent", Role.COMMISSIONER, GREETING))).contains("FORBIDDEN");
      assertThat(codes(instance.ask("devon", Role.AUDITOR, GREETING)))
          .contains("MODULE_NOT_ENABLED");
    }
  }

  @Test
  void isGoneWhenLeftOut() throws Exception {
    try (ToyInstance instance =
        ToyInstance.start(getClass().getClassLoader(), folder.resolve("keys"))) {
      instance.createCouncil("kent");

      assertThatThrownBy(() -> instance.loadScheme("kent", SCHEME.formatted("kent")))
          .isInstanceOfSatisfying(
              ClientFailure.class,
              refusal -> assertThat(refusal.getMessage()).contains("toy").contains("framework"));
      assertThat(instance.ask("kent", Role.AUDITOR, GREETING).toString())
          .contains("errors")
          .contains("toyGreeting");
      assertThat(hasToyTable(instance)).isFalse();
    }
  }

  private URLClassLoader withToy() throws IOException {
    URL jar = ToyJar.build(folder).toUri().toURL();
    return new URLClassLoader(new URL[] {jar}, getClass().getClassLoader());
  }

  private static java.util.List<String> codes(JsonNode answer) {
    return answer.path("errors").findValuesAsText("code");
  }

  private static void insertVisit(ToyInstance instance, String council) throws SQLException {
    try (Connection connection = instance.database().connectAsSuperuser();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into toy.visit values ('" + council + "', gen_random_uuid())");
    }
  }

  private static boolean hasToyTable(ToyInstance instance) throws SQLException {
    try (Connection connection = instance.database().connectAsSuperuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select to_regclass('toy.visit') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
