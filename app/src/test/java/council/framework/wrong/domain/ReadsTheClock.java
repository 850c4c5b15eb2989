package council.framework.wrong.domain;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Breaks the house plan on purpose. */
final class ReadsTheClock {
  private static final Logger LOG = LoggerFactory.getLogger(ReadsTheClock.class);

  LocalDate today() {
    LOG.info("an engine must not say anything");
    return LocalDate.now(java.time.ZoneOffset.UTC);
  }
}
