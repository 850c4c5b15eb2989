package council.framework;

import static council.platform.identity.Role.API_CLIENT;
import static council.platform.identity.Role.AUDITOR;
import static council.platform.identity.Role.COMMISSIONER;
import static council.platform.identity.Role.CONTRACT_OFFICER;
import static council.platform.identity.Role.FINANCE;
import static council.platform.identity.Role.LEAD_COMMISSIONER;
import static council.platform.identity.Role.PROVIDER_USER;
import static council.platform.identity.Role.TENANT_ADMIN;

import council.framework.scheme.TransitionCases;
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
              "framework.term.manage",
              "Take the options by which a framework lasts longer",
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
              "Suspend providers, lift suspensions, move places and admit providers at one"
                  + " location",
              EnumSet.of(CONTRACT_OFFICER, LEAD_COMMISSIONER)),
          new Permission(
              "framework.place.end",
              "End places, and pass those of a provider that was sold to the buyer",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.exemption.manage",
              "Grant, extend and end exemptions from the transition",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.business.read",
              "See requests for business and how they were offered",
              COUNCIL),
          new Permission(
              "framework.business.manage",
              "Open, offer and withdraw requests, score responses, record choices",
              EnumSet.of(COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER)),
          new Permission(
              "framework.business.award",
              "Award call-offs and end them",
              EnumSet.of(COMMISSIONER, LEAD_COMMISSIONER)),
          new Permission(
              "framework.offer.answer",
              "Answer offers and invitations; a provider answers its own",
              EnumSet.of(PROVIDER_USER, COMMISSIONER, LEAD_COMMISSIONER, CONTRACT_OFFICER)),
          new Permission(
              "framework.spend.read",
              "See the limits of a framework, what is used of them and what was opened",
              COUNCIL),
          new Permission(
              "framework.spend.commit",
              "Record what is committed through a framework by hand",
              EnumSet.of(CONTRACT_OFFICER, FINANCE, LEAD_COMMISSIONER)),
          new Permission(
              "framework.spend.authorise",
              "Open conditional parts of a spend authority, and take them back",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission(
              "framework.spend.override",
              "Let a commitment pass a limit",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission("framework.opendata.read", "Read what is published as open data", COUNCIL),
          new Permission(
              "framework.transition.read",
              "See how far the transition is, what holds it up, and reviews of places",
              COUNCIL),
          new Permission(
              TransitionCases.MANAGE,
              "Record what is known of locations that move, and take steps with them",
              EnumSet.of(CONTRACT_OFFICER, LEAD_COMMISSIONER)),
          new Permission(
              TransitionCases.DECIDE,
              "Choose who takes a service over, end its case, and record reviews of places",
              EnumSet.of(LEAD_COMMISSIONER)),
          new Permission("framework.market.read", "See how the market is shared", COUNCIL),
          new Permission(
              "framework.capacity.manage",
              "Record how many people locations can house",
              EnumSet.of(CONTRACT_OFFICER, COMMISSIONER)));

  private FrameworkPermissions() {}

  private static Set<Role> withProviders() {
    var roles = EnumSet.of(PROVIDER_USER);
    roles.addAll(COUNCIL);
    return roles;
  }
}
