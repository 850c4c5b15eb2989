package council.graphql.run;

import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.OperationDefinition.Operation;

/**
 * A request that fits the schema, ready to be checked and run.
 *
 * @param use what of it is personal
 * @param tokens of its document
 */
record Prepared(
    GraphqlRequest request,
    PreparsedDocumentEntry document,
    Operation kind,
    PreparedOperation operation,
    PersonalUse use,
    int tokens) {}
