package council.graphql.host;

import council.graphql.spi.Contributions;
import council.graphql.spi.GraphqlModule;
import council.platform.module.InstalledModules;
import jakarta.inject.Singleton;
import java.util.List;

/** What every council has, whatever modules its scheme brings. */
@Singleton
final class HostGraphql implements GraphqlModule {
  private final SelfQueries self;
  private final DecisionReads decisions;
  private final AuditChainReads auditChain;
  private final PrincipalMutations principals;
  private final TenantMutations tenants;
  private final PeopleReads people;
  private final PeopleMutations peopleMutations;
  private final IssuerMutations issuers;
  private final DocumentMutations documents;
  private final AttributeGraphql attributes;

  HostGraphql(
      SelfQueries self,
      DecisionReads decisions,
      AuditChainReads auditChain,
      PrincipalMutations principals,
      TenantMutations tenants,
      PeopleReads people,
      PeopleMutations peopleMutations,
      IssuerMutations issuers,
      DocumentMutations documents,
      AttributeGraphql attributes) {
    this.self = self;
    this.decisions = decisions;
    this.auditChain = auditChain;
    this.principals = principals;
    this.tenants = tenants;
    this.people = people;
    this.peopleMutations = peopleMutations;
    this.issuers = issuers;
    this.documents = documents;
    this.attributes = attributes;
  }

  @Override
  public String moduleId() {
    return InstalledModules.HOST;
  }

  @Override
  public List<String> sdl() {
    return List.of(
        "graphql/platform.graphqls", "graphql/people.graphqls", "graphql/attributes.graphqls");
  }

  @Override
  public void contribute(Contributions contributions) {
    self.declare(contributions);
    DirectoryReads.declare(contributions);
    PlaceReads.declare(contributions);
    PrincipalReads.declare(contributions);
    IssuerReads.declare(contributions);
    decisions.declare(contributions);
    AuditReads.declare(contributions);
    auditChain.declare(contributions);
    DocumentReads.declare(contributions);
    principals.declare(contributions);
    tenants.declare(contributions);
    people.declare(contributions);
    peopleMutations.declare(contributions);
    issuers.declare(contributions);
    documents.declare(contributions);
    attributes.declare(contributions);
  }
}
