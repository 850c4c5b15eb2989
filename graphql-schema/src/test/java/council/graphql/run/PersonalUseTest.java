package council.graphql.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Problem;
import council.platform.problem.Refused;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever a module makes of a personal value, it is neither told nor logged. */
class PersonalUseTest {
  private static final String CANARY = "CANARY7f3a";
  private static final PersonalUse USE =
      new PersonalUse(
          Set.of("MakeInput.name"), Set.of(), Set.of(CANARY, "Al"), Set.of("input.name"));

  @Test
  void problemsDoNotQuoteIt() {
    Problem quoting =
        new Problem(
            "TAKEN", "input.name", "The name " + CANARY + " is taken.", "Al", "not " + CANARY);
    assertThat(USE.hide(quoting))
        .isEqualTo(
            new Problem(
                "TAKEN",
                "input.name",
                "The name [personal] is taken.",
                "[personal]",
                "not [personal]"));
    Problem elsewhere = Problem.of("OTHER", "input.size", "All of it is too large.");
    assertThat(USE.hide(elsewhere)).isEqualTo(elsewhere);
  }

  @Test
  void errorsDoNotQuoteIt() {
    for (RuntimeException failure :
        List.of(
            new PlatformException(ErrorCode.NOT_FOUND, "There is no " + CANARY),
            new Refused("TAKEN", "input.name", CANARY + " is taken"),
            new IllegalStateException(CANARY))) {
      assertThat(Errors.of(failure, USE).toString()).doesNotContain(CANARY);
    }
    assertThat(Errors.of(new PlatformException(ErrorCode.NOT_FOUND, CANARY)).toString())
        .contains(CANARY);
  }

  @Test
  void theLogSaysWhatAndWhereButQuotesNothing() {
    Logger logger = (Logger) LoggerFactory.getLogger(Errors.class);
    ListAppender<ILoggingEvent> events = new ListAppender<>();
    events.start();
    logger.addAppender(events);
    try {
      SQLException detail = new SQLException("Key (reference)=(" + CANARY + ")", "23514");
      Errors.of(new IllegalStateException("insert of " + CANARY, detail), USE);
    } finally {
      logger.detachAppender(events);
    }
    ILoggingEvent logged = events.list.getFirst();
    String text =
        logged.getFormattedMessage() + ThrowableProxyUtil.asString(logged.getThrowableProxy());
    assertThat(text)
        .contains("correlation id", "java.sql.SQLException, SQLSTATE 23514", "PersonalUseTest")
        .doesNotContain(CANARY);
  }
}
