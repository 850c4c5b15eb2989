package council.config.graphql;

import static council.config.store.generated.Tables.SCHEME_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import council.config.NewCouncil;
import council.config.api.SchemeLoading;
import council.config.store.generated.tables.SchemeVersion;
import council.platform.data.Transactions;
import council.testing.Database;
import council.testing.PostgresForTests;
import io.micronaut.context.ApplicationContext;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class StatusTodayTest {
  @Test
  void followsFromTheDatesOfAllPublishedVersions() throws SQLException {
    Database database = PostgresForTests.shared().migratedDatabase();
    NewCouncil council = NewCouncil.in(database);
    try (ApplicationContext context = ApplicationContext.run(database.properties(), "test")) {
      load(context, council, council.document("2015-06-01", "A"));
      load(context, council, council.document("2016-04-01", "B"));
      load(context, council, council.document("2016-04-01", "C"));
      load(context, council, council.document("2199-01-01", "D"));
      assertThat(statuses(context, council))
          .containsExactly("SUPERSEDED", "SUPERSEDED", "IN_FORCE", "SCHEDULED");
    }
  }

  private static void load(ApplicationContext context, NewCouncil council, String document) {
    SchemeLoading loading = context.getBean(SchemeLoading.class);
    context
        .getBean(Transactions.class)
        .write(council.admin(), () -> loading.load(council.admin(), document, false));
  }

  private static List<String> statuses(ApplicationContext context, NewCouncil council) {
    SchemeVersion version = SCHEME_VERSION.as("v");
    DSLContext db = context.getBean(DSLContext.class);
    return context
        .getBean(Transactions.class)
        .read(
            council.admin(),
            () ->
                db.select(StatusToday.of(version))
                    .from(version)
                    .orderBy(version.NUMBER)
                    .fetch(row -> row.value1()));
  }
}
