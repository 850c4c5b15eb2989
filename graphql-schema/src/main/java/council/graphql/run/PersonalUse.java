package council.graphql.run;

import council.graphql.read.PersonalArguments;
import council.graphql.read.PersonalMarks;
import council.graphql.schema.CodedError;
import council.platform.personal.PersonalText;
import council.platform.personal.Purpose;
import council.platform.problem.Problem;
import graphql.GraphQLError;
import graphql.normalized.ExecutableNormalizedField;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of an operation is personal, and how the values that it gives are kept out of what is told.
 *
 * @param asked everything personal that it asks for or asks by, such as {@code Person.reference}
 * @param only the purposes that single fields insist on
 * @param texts personal values that it gives
 * @param paths where in its inputs they stand
 */
record PersonalUse(Set<String> asked, Set<Purpose> only, Set<String> texts, Set<String> paths) {
  static final PersonalUse NONE = new PersonalUse(Set.of(), Set.of(), Set.of(), Set.of());

  /** Shorter ones stand in too many words by chance; their paths are hidden all the same. */
  private static final int SHORTEST_HIDDEN = 3;

  static PersonalUse of(PersonalMarks marks, PreparedOperation operation) {
    Set<String> asked = new TreeSet<>();
    Set<Purpose> only = EnumSet.noneOf(Purpose.class);
    PersonalArguments given = new PersonalArguments();
    operation.forEachField(field -> {
      marks.collect(field, operation.values(), given);
      addMarked(marks, field, asked, only);
    });
    asked.addAll(given.asked());
    return asked.isEmpty() ? NONE : new PersonalUse(asked, only, given.texts(), given.paths());
  }

  private static void addMarked(
      PersonalMarks marks, ExecutableNormalizedField field, Set<String> asked, Set<Purpose> only) {
    for (String type : field.getObjectTypeNames()) {
      if (marks.isMarked(type, field.getFieldName())) {
        asked.add(type + "." + field.getFieldName());
        marks.purposeOf(type, field.getFieldName()).ifPresent(only::add);
      }
    }
  }

  boolean isNone() {
    return asked.isEmpty();
  }

  boolean givesValues() {
    return !texts.isEmpty();
  }

  Problem hide(Problem problem) {
    return new Problem(
        problem.code(),
        problem.path(),
        hide(problem.message()),
        problem.value() == null || paths.contains(problem.path())
            ? (problem.value() == null ? null : PersonalText.HIDDEN)
            : hide(problem.value()),
        problem.expected() == null ? null : hide(problem.expected()));
  }

  List<GraphQLError> hide(List<? extends GraphQLError> errors) {
    return texts.isEmpty() ? List.copyOf(errors) : errors.stream().map(this::hide).toList();
  }

  private GraphQLError hide(GraphQLError error) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    if (error.getExtensions() != null) {
      error.getExtensions().forEach((name, value) -> extensions.put(name, hidden(value)));
    }
    return new CodedError(
        hide(String.valueOf(error.getMessage())),
        Objects.requireNonNullElse(error.getLocations(), List.of()),
        error.getPath(),
        extensions);
  }

  private Object hidden(Object value) {
    return Objects.requireNonNull(hiddenPart(value));
  }

  private @Nullable Object hiddenPart(@Nullable Object value) {
    return switch (value) {
      case String text -> hide(text);
      case List<?> list -> list.stream().map(this::hiddenPart).toList();
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, part) -> copy.put(String.valueOf(name), hiddenPart(part)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  private String hide(String told) {
    String hidden = told;
    for (String text : texts) {
      if (text.length() >= SHORTEST_HIDDEN) {
        hidden = hidden.replace(text, PersonalText.HIDDEN);
      }
    }
    return hidden;
  }
}
