package council.app.demo;

import council.app.client.Administration;
import council.app.client.ApiClient;
import council.app.client.ClientFailure;
import council.app.client.PeopleRegister;
import council.app.client.RoundUpload;
import council.app.client.SchemeDrafts;
import council.app.server.Instance;
import council.app.server.Progress;
import council.platform.identity.IssuerEntry;
import council.platform.identity.PrincipalEntry;
import council.platform.identity.Role;
import council.platform.identity.TenantProvisioning;
import council.platform.module.InstalledModules;
import council.platform.personal.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Brings the demo's councils in by the public API, with the commands that every user has. What is
 * there already stays as it is, so that a start that was interrupted is taken up where it ended.
 */
public final class Provisioning {
  private final Instance instance;
  private final DemoTokens tokens;
  private final Progress progress;

  public Provisioning(Instance instance, DemoTokens tokens, Progress progress) {
    this.instance = instance;
    this.tokens = tokens;
    this.progress = progress;
  }

  /** Brings in whatever is not there yet: councils, schemes, rounds and people. */
  public void run() {
    establishHost();
    Administration operator = new Administration(as(InstalledModules.HOST, Role.PLATFORM_OPERATOR));
    Set<String> present = operator.tenantCodes();
    for (DemoCatalogue.Council council : DemoCatalogue.load().councils()) {
      if (!present.contains(council.code())) {
        progress.tell("Creating " + council.title());
        createTenant(operator, council.code(), council.title());
      }
      bringIn(council);
    }
  }

  /** The one step that no API can take: the first operator, who then lets everybody else in. */
  private void establishHost() {
    IssuerEntry issuer = tokens.issuer(InstalledModules.HOST);
    String subject = DemoTokens.subject(Role.PLATFORM_OPERATOR, null);
    instance
        .context()
        .getBean(TenantProvisioning.class)
        .establishHost(
            issuer,
            List.of(
                PrincipalEntry.staff(issuer.issuer(), subject, subject, Role.PLATFORM_OPERATOR)));
  }

  private void createTenant(Administration operator, String code, String title) {
    operator.createTenant(code, title, tokens.issuer(code), DemoUsers.staff());
  }

  private void bringIn(DemoCatalogue.Council council) {
    loadScheme(council);
    for (DemoCatalogue.Round round : council.rounds()) {
      bringIn(council, round);
    }
    createProviderUsers(council);
    beginDrafts(council);
    registerPeople(council);
  }

  /**
   * Takes the steps of the councils' stories that were not taken yet; after {@link #run}. A story
   * ends where the council's data have gone another way, such as those of an earlier demo.
   */
  public void tellStories() {
    for (DemoCatalogue.Council council : DemoCatalogue.load().councils()) {
      try {
        new StoryTeller(step -> as(council.code(), step), progress)
            .tell(DemoStory.of(council.code()));
      } catch (ClientFailure elsewhere) {
        progress.tell(
            "%s's story does not go on from its data (%s); --fresh begins anew"
                .formatted(council.title(), elsewhere.lines().getFirst()));
      }
    }
  }

  private ApiClient as(String council, DemoStory.Step step) {
    ApiClient client =
        new ApiClient(instance.url(), tokens.token(council, step.role(), step.provider()));
    return step.purpose() == null ? client : client.withPurpose(step.purpose());
  }

  /** A council that has a scheme changes it by drafts; what it made of it stays. */
  private void loadScheme(DemoCatalogue.Council council) {
    Administration admin = new Administration(as(council.code(), Role.TENANT_ADMIN));
    if (!admin.hasScheme()) {
      admin.loadScheme(council.scheme(), false);
      progress.tell("Put " + council.title() + "'s scheme in force");
    }
  }

  private void bringIn(DemoCatalogue.Council council, DemoCatalogue.Round round) {
    RoundUpload commissioner = new RoundUpload(as(council.code(), Role.COMMISSIONER));
    RoundUpload lead = new RoundUpload(as(council.code(), Role.LEAD_COMMISSIONER));
    RoundUpload.Round at = commissioner.find(round.reference());
    if (at == null) {
      progress.tell("Opening %s's round %s".formatted(council.title(), round.title()));
      at = commissioner.open(round.reference(), round.vehicle(), round.title());
    }
    while (true) {
      switch (at.status()) {
        case "COLLECTING" -> {
          progress.tell("Importing and evaluating " + round.title());
          commissioner.importFiles(at, council.files(round), false);
          at = commissioner.evaluate(commissioner.get(round.reference()));
        }
        case "PROPOSED" -> at = lead.startStandstill(at, round.told());
        case "STANDSTILL" -> {
          progress.tell("Awarding " + round.title());
          at = lead.award(at, round.awarded());
        }
        default -> {
          return;
        }
      }
    }
  }

  private void beginDrafts(DemoCatalogue.Council council) {
    SchemeDrafts admin = new SchemeDrafts(as(council.code(), Role.TENANT_ADMIN));
    for (DemoCatalogue.Draft draft : council.drafts()) {
      if (!admin.exists(draft.reference())) {
        progress.tell("Beginning the draft " + draft.reference());
        admin.createFrom(draft.reference(), draft.version(), draft.effectiveFrom(), draft.why());
        List<SchemeDrafts.Edit> edits =
            draft.edits().entrySet().stream()
                .map(edit -> new SchemeDrafts.Edit(edit.getKey(), edit.getValue()))
                .toList();
        admin.edit(draft.reference(), edits, draft.why());
      }
    }
  }

  private void createProviderUsers(DemoCatalogue.Council council) {
    Administration admin = new Administration(as(council.code(), Role.TENANT_ADMIN));
    Set<String> known = admin.principalLabels();
    Map<String, String> missing = new TreeMap<>(admin.providerIds());
    missing.keySet().removeIf(reference -> known.contains(DemoUsers.provider(reference).label()));
    if (!missing.isEmpty()) {
      progress.tell("Creating %d provider users of %s".formatted(missing.size(), council.title()));
    }
    String issuer = tokens.issuer(council.code()).issuer();
    missing.forEach(
        (reference, id) -> admin.createProviderUser(issuer, DemoUsers.provider(reference), id));
  }

  /** By number: who has been pseudonymised since is not registered again. */
  private void registerPeople(DemoCatalogue.Council council) {
    PeopleRegister officer =
        new PeopleRegister(
            as(council.code(), Role.CONTRACT_OFFICER).withPurpose(Purpose.RECORD_KEEPING));
    PeopleRegister admin =
        new PeopleRegister(
            as(council.code(), Role.TENANT_ADMIN).withPurpose(Purpose.RECORD_KEEPING));
    int known = officer.count();
    if (known < council.people().size()) {
      progress.tell("Registering made-up people of " + council.title());
    }
    for (DemoCatalogue.Person person : council.people().stream().skip(known).toList()) {
      PeopleRegister.Person registered = officer.register(person.reference(), person.careEndedOn());
      if (person.hold() != null) {
        admin.hold(registered, person.hold());
      }
    }
  }

  private ApiClient as(String council, Role role) {
    return new ApiClient(instance.url(), tokens.token(council, role, null));
  }
}
