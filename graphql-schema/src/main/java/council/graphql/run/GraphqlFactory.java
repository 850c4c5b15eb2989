package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.graphql.schema.SchemaComposer;
import council.graphql.spi.GraphqlModule;
import council.platform.data.Transactions;
import council.platform.idempotency.Idempotency;
import council.platform.identity.Permission;
import council.platform.module.InstalledModules;
import council.platform.personal.PersonalCatalogue;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

@Factory
final class GraphqlFactory {
  /** Eager: an instance whose schema does not fit together must not start. */
  @Context
  ComposedSchema schema(
      List<GraphqlModule> modules, InstalledModules installed, PersonalCatalogue personal) {
    Set<String> permissions =
        installed.list().stream()
            .flatMap(m -> m.permissions().stream())
            .map(Permission::code)
            .collect(Collectors.toSet());
    return SchemaComposer.compose(modules, permissions, personal);
  }

  @Singleton
  GraphqlService service(
      ComposedSchema schema,
      GraphqlLimits limits,
      EnabledModules modules,
      RoundTripStatements roundTrip,
      TransactionStatements inTransaction,
      Transactions transactions,
      Idempotency keys,
      PersonalAccess personal,
      DSLContext db) {
    Authorisation authorisation = new Authorisation(schema, modules);
    QueryRunner queries =
        new QueryRunner(schema, authorisation, roundTrip, inTransaction, transactions);
    MutationRunner mutations = new MutationRunner(schema, queries, keys, transactions, db);
    return new GraphqlService(
        schema, limits, authorisation, queries, mutations, personal, transactions);
  }
}
