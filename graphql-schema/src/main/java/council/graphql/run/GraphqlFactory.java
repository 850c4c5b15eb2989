package council.graphql.run;

import council.graphql.schema.ComposedSchema;
import council.graphql.schema.SchemaComposer;
import council.graphql.spi.GraphqlModule;
import council.platform.data.Transactions;
import council.platform.document.TrustedDocuments;
import council.platform.idempotency.Idempotency;
import council.platform.identity.DemoMode;
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
  Introspection introspection(EndpointSettings settings, DemoMode demo) {
    return new Introspection(settings.isSchemaOpen(demo.on()));
  }

  @Singleton
  Documents documents(ComposedSchema schema, GraphqlLimits limits) {
    return new Documents(schema, limits);
  }

  @Singleton
  Preparation preparation(
      ComposedSchema schema,
      GraphqlLimits limits,
      TrustedDocuments trusted,
      Documents documents,
      Introspection introspection) {
    return new Preparation(
        schema.reads().personal(),
        trusted,
        documents,
        new Operations(schema, limits),
        introspection);
  }

  @Singleton
  Authorisation authorisation(ComposedSchema schema, EnabledModules modules) {
    return new Authorisation(schema, modules);
  }

  @Singleton
  QueryRunner queries(
      ComposedSchema schema,
      Authorisation authorisation,
      RoundTripStatements roundTrip,
      TransactionStatements inTransaction,
      Transactions transactions) {
    return new QueryRunner(schema, authorisation, roundTrip, inTransaction, transactions);
  }

  @Singleton
  GraphqlService service(
      ComposedSchema schema,
      GraphqlLimits limits,
      Preparation preparation,
      Introspection introspection,
      Authorisation authorisation,
      QueryRunner queries,
      Transactions transactions,
      Idempotency keys,
      PersonalAccess personal,
      DSLContext db,
      RunningOperations running) {
    return new GraphqlService(
        schema,
        preparation,
        new LimitChecks(schema, limits),
        introspection,
        authorisation,
        queries,
        new MutationRunner(schema, queries, keys, transactions, db),
        new PersonalLog(personal, transactions),
        running);
  }
}
