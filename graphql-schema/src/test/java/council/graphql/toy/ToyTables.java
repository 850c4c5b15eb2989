package council.graphql.toy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Converter;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of {@code toy/schema.sql}, written by hand as the generator would. */
public final class ToyTables {
  private static final Converter<OffsetDateTime, Instant> INSTANT =
      Converter.ofNullable(
          OffsetDateTime.class,
          Instant.class,
          OffsetDateTime::toInstant,
          instant -> instant.atOffset(ZoneOffset.UTC));

  public static final Table<?> AUTHOR = DSL.table(DSL.name("toy", "author"));
  public static final Table<?> PROFILE = DSL.table(DSL.name("toy", "profile"));
  public static final Table<?> BOOK = DSL.table(DSL.name("toy", "book"));
  public static final Table<?> CHAPTER = DSL.table(DSL.name("toy", "chapter"));

  public static final Field<String> AUTHOR_NAME =
      DSL.field(DSL.name("name"), SQLDataType.CLOB.notNull());
  public static final Field<LocalDate> AUTHOR_BORN =
      DSL.field(DSL.name("born"), SQLDataType.LOCALDATE);
  public static final Field<UUID> AUTHOR_MENTOR =
      DSL.field(DSL.name("mentor_id"), SQLDataType.UUID);
  public static final Field<UUID> AUTHOR_ID =
      DSL.field(DSL.name("author_id"), SQLDataType.UUID.notNull());
  public static final Field<String> PROFILE_TEXT =
      DSL.field(DSL.name("text"), SQLDataType.CLOB.notNull());
  public static final Field<String> BOOK_TITLE =
      DSL.field(DSL.name("title"), SQLDataType.CLOB.notNull());
  public static final Field<String> BOOK_KIND =
      DSL.field(DSL.name("kind"), SQLDataType.CLOB.notNull());
  public static final Field<Integer> BOOK_PAGES = DSL.field(DSL.name("pages"), SQLDataType.INTEGER);
  public static final Field<BigDecimal> BOOK_PRICE =
      DSL.field(DSL.name("price"), SQLDataType.NUMERIC(10, 2));
  public static final Field<String[]> BOOK_TAGS =
      DSL.field(DSL.name("tags"), SQLDataType.CLOB.array().notNull());
  public static final Field<Instant> BOOK_PRINTED_AT =
      DSL.field(
          DSL.name("printed_at"), SQLDataType.TIMESTAMPWITHTIMEZONE.asConvertedDataType(INSTANT));
  public static final Field<UUID> BOOK_ID =
      DSL.field(DSL.name("book_id"), SQLDataType.UUID.notNull());
  public static final Field<Integer> CHAPTER_NUMBER =
      DSL.field(DSL.name("number"), SQLDataType.INTEGER.notNull());
  public static final Field<String> CHAPTER_TITLE = DSL.field(DSL.name("title"), SQLDataType.CLOB);
  public static final Field<Boolean> CHAPTER_DRAFT =
      DSL.field(DSL.name("draft"), SQLDataType.BOOLEAN.notNull());

  private ToyTables() {}
}
