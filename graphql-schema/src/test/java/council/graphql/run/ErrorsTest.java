package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.GraphQLError;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client is told of what the database refused. */
class ErrorsTest {
  @ParameterizedTest
  @CsvSource({
    "23505, CONFLICT",
    "23P01, CONFLICT",
    "40001, CONFLICT",
    "57014, TIMEOUT",
    "22008, BAD_REQUEST",
    "42P01, INTERNAL"
  })
  void everyStateHasItsCode(String state, String code) {
    GraphQLError told =
        Errors.of(new IllegalStateException("around it", new SQLException("secret", state)))
            .getFirst();
    assertThat(Map.copyOf(told.getExtensions())).containsEntry("code", code);
    assertThat(told.getMessage()).doesNotContain("secret").doesNotContain("around it");
  }
}
