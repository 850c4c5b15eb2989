package council.graphql.run;

import council.graphql.read.PersonsSeen;
import council.platform.identity.Actor;
import council.platform.personal.PersonalPermissions;
import council.platform.personal.PersonalReads;
import council.platform.personal.PersonalReads.Sight;
import council.platform.personal.Purpose;
import council.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may use personal data, for what, and that it is written down. */
@Singleton
final class PersonalAccess {
  private final PersonalReads log;

  PersonalAccess(PersonalReads log) {
    this.log = log;
  }

  /**
   * Refuses the operation before it runs, unless the actor may read personal data and has stated a
   * purpose that is open to them.
   *
   * @return the purpose; none where nothing personal is asked for
   */
  Optional<Purpose> check(Actor actor, PersonalUse use, @Nullable String stated) {
    if (use.isNone()) {
      return Optional.empty();
    }
    if (!actor.may(PersonalPermissions.READ)) {
      throw refused(
          ErrorCode.FORBIDDEN,
          "%s: personal, needs the permission '%s'."
              .formatted(fields(use), PersonalPermissions.READ),
          Map.of("permission", PersonalPermissions.READ, "fields", List.copyOf(use.asked())));
    }
    List<String> open = open(actor, use);
    Purpose purpose =
        Optional.ofNullable(stated)
            .flatMap(Purpose::find)
            .orElseThrow(() ->
                refused(ErrorCode.PURPOSE_REQUIRED, required(use, open, stated), told(use, open)));
    if (!open.contains(purpose.name())) {
      throw refused(
          ErrorCode.PURPOSE_NOT_ALLOWED,
          "%s: personal, not open for the purpose %s; open are %s."
              .formatted(fields(use), purpose, open),
          told(use, open));
    }
    return Optional.of(purpose);
  }

  private static List<String> open(Actor actor, PersonalUse use) {
    return Arrays.stream(Purpose.values())
        .filter(one -> actor.may(one.permission()))
        .filter(one -> use.only().stream().allMatch(only -> only == one))
        .map(Purpose::name)
        .toList();
  }

  private static String required(PersonalUse use, List<String> open, @Nullable String stated) {
    return "%s: personal, needs a purpose; %s, expected one of %s in the header X-Purpose."
        .formatted(
            fields(use), stated == null ? "none was stated" : "an unknown one was stated", open);
  }

  private static String fields(PersonalUse use) {
    return String.join(", ", use.asked());
  }

  private static Map<String, Object> told(PersonalUse use, List<String> open) {
    return Map.of("fields", List.copyOf(use.asked()), "purposes", open);
  }

  private static OperationRefused refused(ErrorCode code, String message, Map<String, ?> more) {
    return new OperationRefused(List.of(Errors.error(code, message, more)));
  }

  /** In the current write transaction, before the answer leaves; without it there is no answer. */
  void record(Actor actor, Purpose purpose, PersonalUse use, PersonsSeen seen) {
    int people = seen.people().size();
    if (people > PersonalReads.MOST_PEOPLE) {
      throw refused(
          ErrorCode.LIMIT_EXCEEDED,
          "Personal data of at most %d people can be read at once, but it would be %d."
              .formatted(PersonalReads.MOST_PEOPLE, people),
          Map.of("limit", "people", "maximum", PersonalReads.MOST_PEOPLE, "actual", people));
    }
    log.record(actor, new Sight(purpose, use.asked(), seen.people()));
  }
}
