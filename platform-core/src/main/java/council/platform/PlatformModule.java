package council.platform;

import static council.platform.identity.Role.API_CLIENT;
import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.PLATFORM_OPERATOR;
import static council.platform.identity.Role.PROVIDER_USER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.platform.attribute.AttributesSection;
import council.platform.calendar.CalendarSection;
import council.platform.calendar.DetermineDueDays;
import council.platform.calendar.WorkingDays;
import council.platform.decision.DecisionEngine;
import council.platform.identity.Permission;
import council.platform.identity.Role;
import council.platform.module.CouncilModule;
import council.platform.module.Dataset;
import council.platform.module.InstalledModules;
import council.platform.personal.PersonalPermissions;
import council.platform.scheme.CodesSection;
import council.platform.scheme.GeographySection;
import council.platform.scheme.SchemeSection;
import council.platform.scheme.SchemeTemplate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The host itself, as the module that every other stands on. */
public final class PlatformModule implements CouncilModule {
  private static final Set<Role> STAFF =
      EnumSet.of(TENANT_ADMIN, COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER, FINANCE, AUDITOR);
  private static final Set<Role> STAFF_AND_PROVIDERS =
      EnumSet.of(
          TENANT_ADMIN,
          COMMISSIONER,
          LEAD_COMMISSIONER,
          CONTRACT_OFFICER,
          FINANCE,
          AUDITOR,
          PROVIDER_USER);

  @Override
  public String id() {
    return InstalledModules.HOST;
  }

  @Override
  public List<SchemeSection<?>> schemeSections() {
    return List.of(
        GeographySection.SECTION,
        CodesSection.SECTION,
        AttributesSection.SECTION,
        CalendarSection.SECTION);
  }

  @Override
  public List<DecisionEngine<?, ?, ?>> decisionEngines() {
    return List.of(new DetermineDueDays(WorkingDays.ofEnglandAndWales()));
  }

  @Override
  public List<SchemeTemplate> schemeTemplates() {
    return List.of(new SchemeTemplate("blank", "Nothing but guidance", "templates/blank.yaml"));
  }

  @Override
  public Optional<String> migrations() {
    return Optional.of("db/platform");
  }

  @Override
  public List<Permission> permissions() {
    List<Permission> all = new ArrayList<>(PersonalPermissions.list());
    all.addAll(ofTheHost());
    return List.copyOf(all);
  }

  private static List<Permission> ofTheHost() {
    return List.of(
        new Permission(
            "platform.self.read", "See who one is to the council", EnumSet.allOf(Role.class)),
        new Permission("platform.tenant.manage", "Create councils", EnumSet.of(PLATFORM_OPERATOR)),
        new Permission(
            "platform.principal.manage",
            "Create users, give them roles, bind them to providers, disable them",
            EnumSet.of(TENANT_ADMIN)),
        new Permission(
            "platform.principal.read",
            "See users and their roles",
            EnumSet.of(TENANT_ADMIN, LEAD_COMMISSIONER, AUDITOR)),
        new Permission(
            "platform.schema.read",
            "See the schema of the API by introspection",
            EnumSet.of(TENANT_ADMIN, PLATFORM_OPERATOR, API_CLIENT)),
        new Permission(
            "platform.document.read",
            "See the documents that clients may send",
            EnumSet.of(TENANT_ADMIN, AUDITOR)),
        new Permission(
            "platform.document.manage",
            "Register documents and decide who may send no others",
            EnumSet.of(TENANT_ADMIN)),
        new Permission(
            "directory.read", "See providers, locations, areas and zones", STAFF_AND_PROVIDERS),
        new Permission(
            "directory.write",
            "Change providers, locations, areas and zones",
            EnumSet.of(TENANT_ADMIN, COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER)),
        new Permission(
            "platform.attribute.manage",
            "Give values to the council's own fields of providers and locations",
            EnumSet.of(COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER)),
        new Permission("decision.read", "See decisions with their reasons", STAFF_AND_PROVIDERS),
        new Permission("decision.replay", "Run a kept decision again", STAFF),
        new Permission(
            "audit.read",
            "See who changed what",
            EnumSet.of(TENANT_ADMIN, LEAD_COMMISSIONER, AUDITOR, PLATFORM_OPERATOR)),
        new Permission(
            "audit.verify",
            "Verify the audit and see its seals",
            EnumSet.of(TENANT_ADMIN, AUDITOR, PLATFORM_OPERATOR)),
        new Permission(
            "event.read",
            "Be told that something changed, from a place on",
            EnumSet.of(TENANT_ADMIN, LEAD_COMMISSIONER, AUDITOR, API_CLIENT)),
        new Permission(
            "job.read", "See what is to be done later", EnumSet.of(TENANT_ADMIN, AUDITOR)),
        new Permission("job.manage", "Retry and cancel jobs", EnumSet.of(TENANT_ADMIN)));
  }

  @Override
  public List<Dataset> datasets() {
    return PlatformDatasets.ALL;
  }
}
