package council.graphql.toy;

import static council.graphql.spi.ReadType.OrderKey.asc;
import static council.graphql.spi.ReadType.OrderKey.desc;
import static council.graphql.toy.ToyTables.*;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.graphql.spi.NodeRef;
import council.graphql.spi.Outcome;
import council.platform.data.Ids;
import council.platform.identity.Actor;
import council.platform.problem.ErrorCode;
import council.platform.problem.PlatformException;
import council.platform.problem.Problems;
import council.platform.problem.Refused;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Every kind of declaration once. */
@Singleton
public final class ToyGraphql implements GraphqlModule {
  private final DSLContext db;

  public ToyGraphql(DSLContext db) {
    this.db = db;
  }

  /** The kinds as Java has them. */
  public enum BookKind {
    NOVEL,
    POEMS
  }

  /** Input of the one mutation. */
  public record AddBook(
      UUID author,
      String title,
      BookKind kind,
      @Nullable BigDecimal price,
      @Nullable LocalDate printedOn,
      List<String> tags) {}

  /** What the facade answers. */
  public record Summary(String council, int books, @Nullable NodeRef best, List<NodeRef> some) {}

  @Override
  public String moduleId() {
    return "toy";
  }

  @Override
  public List<String> sdl() {
    return List.of("graphql/toy.graphqls");
  }

  @Override
  public void contribute(Contributions c) {
    c.read("Author", AUTHOR)
        .column("name", AUTHOR_NAME)
        .column("born", AUTHOR_BORN)
        .expression("initial", t -> DSL.left(in(t, "name"), 1))
        .computed(
            "greeting",
            List.of(AUTHOR_NAME, AUTHOR_BORN),
            (row, actor) -> row.get(AUTHOR_NAME) + " " + row.get(AUTHOR_BORN) + " " + actor.label())
        .one("mentor", "Author", AUTHOR_MENTOR)
        .oneBack("profile", "Profile", AUTHOR_ID)
        .many("books", "Book", AUTHOR_ID)
        .filter("born", AUTHOR_BORN)
        .order("NAME_ASC", List.of(asc(AUTHOR_NAME)))
        .order("BORN_ASC", List.of(asc(AUTHOR_BORN)));
    c.read("Profile", PROFILE).column("text", PROFILE_TEXT).one("author", "Author", AUTHOR_ID);
    c.read("Book", BOOK)
        .column("title", BOOK_TITLE)
        .column("kind", BOOK_KIND)
        .column("pages", BOOK_PAGES)
        .column("price", BOOK_PRICE)
        .column("tags", BOOK_TAGS)
        .column("printedAt", BOOK_PRINTED_AT)
        .one("author", "Author", AUTHOR_ID)
        .list("chapters", "Chapter", BOOK_ID)
        .filter("kind", BOOK_KIND)
        .filter("titles", BOOK_TITLE)
        .filter("author", AUTHOR_ID)
        .filter(
            "minPages",
            (t, pages) ->
                DSL.field(t.getQualifiedName().append("pages"), Integer.class).ge((Integer) pages))
        .order("TITLE_ASC", List.of(asc(BOOK_TITLE)))
        .order("PAGES_DESC", List.of(desc(BOOK_PAGES)))
        .order("KIND_THEN_NEWEST", List.of(asc(BOOK_KIND), desc(BOOK_PRINTED_AT)));
    c.read("Chapter", CHAPTER)
        .column("number", CHAPTER_NUMBER)
        .column("title", CHAPTER_TITLE)
        .column("draft", CHAPTER_DRAFT)
        .one("book", "Book", BOOK_ID)
        .order("BY_NUMBER", List.of(asc(CHAPTER_NUMBER)));
    c.rootConnection("authors", "Author");
    c.rootById("author", "Author");
    c.rootConnection("books", "Book");
    c.query(
        "summary",
        (actor, arguments) ->
            summary(
                actor,
                arguments.find("best", UUID.class).orElse(null),
                arguments.find("fail", String.class).orElse("")));
    c.mutation("addBook", AddBook.class, this::addBook);
  }

  private static org.jooq.Field<String> in(Table<?> table, String column) {
    return DSL.field(table.getQualifiedName().append(column), String.class);
  }

  private Summary summary(Actor actor, @Nullable UUID best, String fail) {
    switch (fail) {
      case "platform" -> throw new PlatformException(ErrorCode.NOT_FOUND, "There is no summary.");
      case "fault" -> throw new IllegalStateException("secret of the house");
      case "refused" -> throw new Refused("NO", "fail", "Refused on request.");
      default -> {}
    }
    List<NodeRef> some =
        db.select(DSL.field("id", UUID.class))
            .from(BOOK)
            .orderBy(DSL.field("id"))
            .limit(3)
            .fetch(r -> new NodeRef("Book", r.value1()));
    return new Summary(
        actor.tenant(), db.fetchCount(BOOK), best == null ? null : new NodeRef("Book", best), some);
  }

  private Outcome addBook(Actor actor, AddBook input) {
    UUID id = Ids.next();
    db.insertInto(BOOK)
        .columns(
            DSL.field("tenant_id", String.class),
            DSL.field("id", UUID.class),
            AUTHOR_ID,
            BOOK_TITLE,
            BOOK_KIND,
            BOOK_PRICE,
            BOOK_TAGS)
        .values(
            actor.tenant(),
            id,
            input.author(),
            input.title(),
            input.kind().name(),
            input.price(),
            input.tags().toArray(new String[0]))
        .execute();
    if (input.title().equals("fault")) {
      throw new IllegalStateException("secret of the house");
    }
    Problems problems = new Problems();
    if (input.title().isBlank()) {
      problems.add("BLANK_TITLE", "input.title", "A title is needed.");
      problems.add("BLANK_TITLE_TOO", "input.title", "Really.");
    }
    problems.throwIfAny();
    return Outcome.node("book", "Book", id).andValue("words", input.title().split(" ").length);
  }
}
