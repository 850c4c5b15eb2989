package council.config.api;

import council.platform.identity.Actor;
import council.platform.problem.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The life of a scheme before it is published: written, checked, simulated, submitted, approved by
 * somebody else, published. Every method runs in the caller's write transaction and refuses with
 * all problems at once; a revision that is not the present one is refused with what was changed
 * meanwhile.
 */
public interface SchemeDrafts {
  /**
   * Begins a draft and answers its id. The base is the version that is in force on the day on which
   * the draft is to take effect, if there is one.
   *
   * @throws Refused {@code DUPLICATE_REFERENCE}, {@code BAD_TEXT}, {@code UNKNOWN_VERSION}, or
   *     {@code ONE_BEGINNING} where not exactly one of document and version is given
   */
  UUID create(Actor actor, CreateDraft command);

  /** Replaces the whole document; a document with problems is kept as well. */
  void save(Actor actor, SaveDraft command);

  /** Changes values by path, leaving the rest of the text as it is. */
  void edit(Actor actor, EditDraft command);

  /** Turns a decision of the past into an example of the draft. */
  void addExample(Actor actor, AddExample command);

  /**
   * Puts the draft on the version that is in force by now: what that version changed and the draft
   * did not is taken over; what both changed differently is refused, unless the draft's value is to
   * stand.
   */
  void rebase(Actor actor, RebaseDraft command);

  /** Hands the draft in for approval; it must be free of problems and its examples must hold. */
  void submit(Actor actor, SubmitDraft command);

  /** Gives a submitted or approved draft back to its authors. */
  void giveBack(Actor actor, DraftStep command);

  /** Approves a submitted draft; never by anybody who wrote or submitted it. */
  void approve(Actor actor, DraftStep command);

  /** Publishes an approved draft and answers the version's id; it takes force by its dates. */
  UUID publish(Actor actor, DraftStep command);

  /** Ends a draft. */
  void withdraw(Actor actor, DraftStep command);

  /** Takes back a version whose day has not come. */
  void withdrawVersion(Actor actor, WithdrawVersion command);

  /**
   * @param reference the council's own name for the draft, unique within the council
   * @param document YAML or JSON; absent where a version is given
   * @param version an earlier version whose content the draft begins with: going back
   * @param effectiveFrom for the content of a version: the day on which it is to take effect
   */
  record CreateDraft(
      String reference,
      @Nullable String document,
      @Nullable UUID version,
      @Nullable LocalDate effectiveFrom,
      @Nullable String why) {}

  /**
   * @param revision the revision of the draft that the caller saw
   */
  record SaveDraft(UUID draft, int revision, String document, @Nullable String why) {}

  /** Changes by path, all or none. */
  record EditDraft(UUID draft, int revision, List<Edit> edits, @Nullable String why) {
    public EditDraft {
      edits = List.copyOf(edits);
    }
  }

  /**
   * @param path such as {@code framework.vehicles.X.areaCap}
   * @param value as YAML; absent where what stands at the path is to go
   */
  record Edit(String path, @Nullable String value) {}

  /**
   * @param name what the example shows; unique within the scheme
   */
  record AddExample(UUID draft, int revision, UUID decision, String name) {}

  /**
   * @param keep paths at which the draft's own value is to stand
   */
  record RebaseDraft(UUID draft, int revision, List<String> keep, @Nullable String why) {
    public RebaseDraft {
      keep = List.copyOf(keep);
    }
  }

  /**
   * @param announcedOn the day on which those concerned were or will be told
   * @param effectiveExistingFrom first day for business that existed before; the day for new
   *     business where absent
   */
  record SubmitDraft(
      UUID draft,
      int revision,
      LocalDate announcedOn,
      @Nullable LocalDate effectiveExistingFrom,
      @Nullable String why) {}

  /** A step that needs nothing but the draft as the caller saw it, and the reason. */
  record DraftStep(UUID draft, int revision, @Nullable String why) {}

  record WithdrawVersion(UUID version, String why) {}
}
