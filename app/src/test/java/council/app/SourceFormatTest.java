package council.app;

import static org.assertj.core.api.Assertions.assertThat;

import council.testing.PostgresForTests;
import council.testing.SourceFormat;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The whole tree is laid out by one hand: testing/README.md has the command that does it. */
class SourceFormatTest {
  @Test
  void everySourceIsLaidOut() throws IOException {
    assertThat(SourceFormat.listUnformatted(PostgresForTests.sourceRoot())).isEmpty();
  }
}
