package council.graphql.run;

import council.graphql.read.PersonalMarks;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.TypeName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is told of values that do not fit where a document gives personal ones. The sentences of
 * validation quote what they found, so they are replaced by ones that name the place alone.
 */
final class PersonalDocuments {
  private static final Pattern PLACE =
      Pattern.compile("([Aa]rgument|[Vv]ariable) '([A-Za-z0-9_.\\[\\]]+)'");

  private final PersonalMarks marks;

  PersonalDocuments(PersonalMarks marks) {
    this.marks = marks;
  }

  /** Whether it may give personal values, by the names and types in it: rather once too often. */
  boolean mayGive(Node<?> node) {
    boolean here =
        switch (node) {
          case Argument argument -> marks.isName(argument.getName());
          // Also where the name of what it gives is misspelt.
          case Field field -> marks.isGiver(field.getName());
          case ObjectField field -> marks.isName(field.getName());
          case TypeName type -> marks.isInput(type.getName());
          default -> false;
        };
    return here || node.getChildren().stream().anyMatch(this::mayGive);
  }

  /** The message as it may be told of this document. */
  String told(@Nullable String message, Document document) {
    String all = String.valueOf(message);
    if (!mayGive(document)) {
      return all;
    }
    Matcher place = PLACE.matcher(all);
    return place.find()
        ? "The %s '%s' has a value that does not fit its type."
            .formatted(place.group(1).toLowerCase(java.util.Locale.ROOT), place.group(2))
        : "A value does not fit its type.";
  }
}
