package council.graphql.toy;

import council.platform.identity.Actor;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import council.platform.module.InstalledModules;
import council.testing.Database;
import council.testing.PostgresForTests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** A database with two councils whose libraries differ, filled from a seed. */
public record ToyCouncils(Database database) {
  public static ToyCouncils create() {
    Database database = PostgresForTests.shared().migratedDatabase();
    try (Connection owner = database.connectAsOwner();
        InputStream sql = ToyCouncils.class.getResourceAsStream("/toy/schema.sql")) {
      execute(
          owner, new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    ToyCouncils councils = new ToyCouncils(database);
    councils.fill("north", 7);
    councils.fill("south", 11);
    return councils;
  }

  /** Everybody who may do everything in a council; known to the database for the keys it uses. */
  public static Actor actor(String tenant) {
    Set<String> permissions = new HashSet<>();
    for (CouncilModule module : InstalledModules.onClassPath().list()) {
      module.permissions().forEach(p -> permissions.add(p.code()));
    }
    return actor(tenant, permissions);
  }

  public static Actor actor(String tenant, Set<String> permissions) {
    return new Actor(
        tenant, principal(tenant), "tester", Set.of(Role.COMMISSIONER), permissions, Set.of());
  }

  public static UUID principal(String tenant) {
    return UUID.nameUUIDFromBytes(("principal " + tenant).getBytes(StandardCharsets.UTF_8));
  }

  private void fill(String tenant, long seed) {
    try (Connection connection = database.connectAsSuperuser()) {
      insert(
          connection, "platform.tenant (tenant_id, id, title)", tenant, UUID.randomUUID(), tenant);
      UUID issuer = UUID.randomUUID();
      insert(
          connection,
          "platform.issuer (tenant_id, id, issuer, audience, algorithm, jwks)",
          tenant,
          issuer,
          "urn:" + tenant,
          "test",
          "ES256",
          "{}");
      insert(
          connection,
          "platform.principal (tenant_id, id, issuer_id, subject, label)",
          tenant,
          principal(tenant),
          issuer,
          "tester",
          "tester");
      library(connection, tenant, new Random(seed));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void library(Connection connection, String tenant, Random random)
      throws SQLException {
    List<UUID> authors = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      UUID author = id(random);
      insert(
          connection,
          "toy.author (tenant_id, id, name, born, mentor_id)",
          tenant,
          author,
          pick(random, "Ann \"Quill\"", "Ben, B.", "Cy\\Cee", "Dee {d}", "Eve NULL", "NULL"),
          random.nextInt(3) == 0 ? null : java.time.LocalDate.of(1900 + random.nextInt(4), 1, 1),
          random.nextInt(3) == 0 || authors.isEmpty()
              ? null
              : authors.get(random.nextInt(authors.size())));
      authors.add(author);
      if (random.nextBoolean()) {
        insert(
            connection,
            "toy.profile (tenant_id, id, author_id, text)",
            tenant,
            id(random),
            author,
            pick(random, "", "a", "\n\"x\"", "{}"));
      }
      for (int b = random.nextInt(9); b > 0; b--) {
        book(connection, tenant, author, random);
      }
    }
  }

  private static void book(Connection connection, String tenant, UUID author, Random random)
      throws SQLException {
    UUID book = id(random);
    insert(
        connection,
        "toy.book (tenant_id, id, author_id, title, kind, pages, price, tags, printed_at)",
        tenant,
        book,
        author,
        pick(random, "Alpha", "Beta", "Gamma, \"G\"", "Delta\\", "é{ü}"),
        pick(random, "NOVEL", "POEMS"),
        random.nextInt(4) == 0 ? null : random.nextInt(5) * 100,
        random.nextInt(4) == 0 ? null : java.math.BigDecimal.valueOf(random.nextInt(5000), 2),
        connection.createArrayOf("text", pickAll(random, "one", "t,w\"o", "NULL", "")),
        random.nextInt(3) == 0
            ? null
            : java.time.OffsetDateTime.parse(
                "2015-06-0" + (1 + random.nextInt(3)) + "T10:00:00.123456+01:00"));
    for (int c = random.nextInt(4); c > 0; c--) {
      insert(
          connection,
          "toy.chapter (tenant_id, id, book_id, number, title, draft)",
          tenant,
          id(random),
          book,
          random.nextInt(3),
          random.nextBoolean() ? null : "One",
          random.nextBoolean());
    }
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String pick(Random random, String... among) {
    return among[random.nextInt(among.length)];
  }

  private static String[] pickAll(Random random, String... among) {
    return List.of(among).stream().filter(x -> random.nextBoolean()).toArray(String[]::new);
  }

  private static void insert(
      Connection connection, String into, @org.jspecify.annotations.Nullable Object... values)
      throws SQLException {
    String marks = "?, ".repeat(values.length - 1) + "?";
    try (PreparedStatement insert =
        connection.prepareStatement("insert into " + into + " values (" + marks + ")")) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
