package council.framework;

import static council.platform.identity.Role.API_CLIENT;
import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.PROVIDER_USER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.platform.identity.Permission;
import council.platform.identity.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can be allowed in this module, and to whom it is allowed unless a council says otherwise.
 */
final class FrameworkPermissions {
  private static final Set<Role> COUNCIL =
      EnumSet.of(
          TENANT_ADMIN,
          COMMISSIONER,
          LEAD_COMMISSIONER,
          CONTRACT_OFFICER,
          FINANCE,
          AUDITOR,
          API_CLIENT);

  static final List<Permission> ALL =
      List.of(
          new Permission(
              "framework.own.read",
              "See rounds, places and outcomes; a provider sees its own",
              withProviders()),
          new Permission(
              "framework.eligibility.read", "Ask who may take a piece of new business", COUNCIL),
          new Permission(
              "framework.round.manage",
              "Open, import and evaluate rounds",
              EnumSet.of(COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER)),
          new Permission(
              "framework.round.award",
              "Start the standstill, award or cancel a round",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.evaluation.read",
              "See the answers of a round and their scores, each evaluator's own until the score is"
                  + " agreed",
              EnumSet.of(COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER, AUDITOR)),
          new Permission(
              "framework.evaluation.score",
              "Declare interests and score answers of the rounds to which one is appointed",
              EnumSet.of(COMMISSIONER, CONTRACT_OFFICER)),
          new Permission(
              "framework.evaluation.moderate",
              "See all scores and agree the score of each answer",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.evaluation.appoint",
              "Appoint evaluators to a round and stand them down",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.diligence.record",
              "Record checks of providers with their evidence",
              EnumSet.of(CONTRACT_OFFICER, LEAD_COMMISSIONER)),
          new Permission(
              "framework.place.manage",
              "Suspend providers and lift suspensions",
              EnumSet.of(CONTRACT_OFFICER, LEAD_COMMISSIONER)));

  private FrameworkPermissions() {}

  private static Set<Role> withProviders() {
    var roles = EnumSet.of(PROVIDER_USER);
    roles.addAll(COUNCIL);
    return roles;
  }
}
