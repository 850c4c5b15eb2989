package council.platform.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import council.platform.json.StrictJson;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * All that the council holds on one person, found by the marks in the catalogue and by the tables
 * that tell of subjects, such as audit and decisions: nothing is listed by hand, so what a module
 * adds is in it.
 */
@Singleton
public final class SubjectExport {
  private static final Name ROW = DSL.name("t");

  /** Tables whose rows name what they are about by type and id. */
  private static final String ABOUT_SUBJECTS =
      """
      select n.nspname::text, c.relname::text
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and c.relrowsecurity and 3 = (
        select count(*) from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('tenant_id', 'subject_type', 'subject_id'))
      order by 1, 2\
      """;

  private final DSLContext db;
  private final PersonalCatalogue catalogue;

  SubjectExport(DSLContext db, PersonalCatalogue catalogue) {
    this.db = db;
    this.catalogue = catalogue;
  }

  /**
   * Rows by table, as the tables hold them, within the current transaction.
   *
   * @return an object with one member a table that holds anything on the person
   */
  public ObjectNode of(UUID person) {
    ObjectNode tables = StrictJson.mapper().createObjectNode();
    Set<UUID> subjects = new LinkedHashSet<>(Set.of(person));
    for (PersonalTable table : catalogue.list()) {
      if (!table.view()) {
        ArrayNode rows = put(tables, table.name(), table.isAbout(ROW, person));
        rows.forEach(row -> addId(row, subjects));
      }
    }
    for (Name table : subjectTables()) {
      put(tables, table, tellsOf(person, subjects));
    }
    return tables;
  }

  private List<Name> subjectTables() {
    return db.fetch(ABOUT_SUBJECTS)
        .map(row -> DSL.name(row.get(0, String.class), row.get(1, String.class)));
  }

  /** Its subject is the person or a row on the person, or its text names the person's id. */
  private static Condition tellsOf(UUID person, Set<UUID> subjects) {
    Field<UUID> subject = DSL.field(ROW.append("subject_id"), SQLDataType.UUID);
    return subject
        .eq(DSL.any(subjects.toArray(UUID[]::new)))
        .or(DSL.field("{0}::text", String.class, ROW).contains(person.toString()));
  }

  private ArrayNode put(ObjectNode tables, Name table, Condition condition) {
    String name = String.join(".", table.getName());
    Field<String> json = DSL.field("to_jsonb({0})::text", String.class, ROW);
    ArrayNode rows = StrictJson.mapper().createArrayNode();
    db.select(json)
        .from(DSL.table(table).as(ROW))
        .where(condition)
        .orderBy(json)
        .forEach(row -> rows.add(parsed(row.value1())));
    if (!rows.isEmpty()) {
      tables.set(name, rows);
    }
    return rows;
  }

  private static void addId(JsonNode row, Set<UUID> subjects) {
    JsonNode id = row.path("id");
    if (id.isTextual()) {
      subjects.add(UUID.fromString(id.textValue()));
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return StrictJson.mapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A row cannot be read as JSON", e);
    }
  }
}
