package council.graphql.http;

import council.graphql.run.Errors;
import council.graphql.run.GraphqlAnswer;
import council.graphql.run.GraphqlLimits;
import council.graphql.run.GraphqlService;
import council.graphql.run.OperationRefused;
import council.platform.data.StoppableWork;
import council.platform.identity.Actor;
import council.platform.identity.ActorAuthentication;
import council.platform.problem.ErrorCode;
import graphql.GraphQLError;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Optional;

/** GraphQL over HTTP: POST for everything, GET for queries. */
@Controller("/graphql")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphqlController {
  private final GraphqlService service;
  private final GraphqlLimits limits;
  private final RateLimits rates;
  private final RequestReader reader;

  GraphqlController(GraphqlService service, GraphqlLimits limits, RateLimits rates) {
    this.service = service;
    this.limits = limits;
    this.rates = rates;
    this.reader = new RequestReader(limits);
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> http, @Nullable @Body byte[] body) {
    return answer(http, false, () -> reader.ofBody(http, body));
  }

  @Get
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> get(HttpRequest<?> http) {
    return answer(http, true, () -> reader.ofQuery(http));
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> http, boolean queriesOnly, RequestSource source) {
    Optional<ResponseType> type = ResponseType.of(http);
    if (type.isEmpty()) {
      return refused(
          ResponseType.JSON,
          HttpStatus.NOT_ACCEPTABLE,
          ErrorCode.BAD_REQUEST,
          "Only application/graphql-response+json and application/json can be answered.");
    }
    Optional<Actor> actor = http.getUserPrincipal().flatMap(ActorAuthentication::actorOf);
    if (actor.isEmpty()) {
      return refused(
              type.get(),
              HttpStatus.UNAUTHORIZED,
              ErrorCode.UNAUTHENTICATED,
              "A valid token is needed.")
          .header("WWW-Authenticate", "Bearer");
    }
    try {
      rates.request(actor.get());
      return run(http, type.get(), actor.get(), queriesOnly, source.read());
    } catch (OperationRefused refused) {
      return single(type.get(), GraphqlAnswer.refused(refused.errors()));
    } catch (Unreadable unreadable) {
      return refused(type.get(), unreadable.status(), unreadable.error());
    }
  }

  /** Where the request is written. */
  @FunctionalInterface
  private interface RequestSource {
    RequestReader.Sent read() throws Unreadable;
  }

  private HttpResponse<byte[]> run(
      HttpRequest<?> http,
      ResponseType type,
      Actor actor,
      boolean queriesOnly,
      RequestReader.Sent sent) {
    StoppableWork work = new StoppableWork();
    try (ClientWatch watch = ClientWatch.over(http, work)) {
      List<GraphqlAnswer> answers =
          service.run(actor, sent.requests(), queriesOnly, rates.budget(actor), work);
      return sent.batch() ? batch(type, answers) : single(type, answers.getFirst());
    }
  }

  private static HttpResponse<byte[]> batch(ResponseType type, List<GraphqlAnswer> answers) {
    return response(
        type,
        HttpStatus.OK,
        ErrorBody.bytes(answers.stream().map(GraphqlAnswer::body).toList()),
        answers.stream().flatMap(answer -> answer.result().getErrors().stream()).toList());
  }

  private static HttpResponse<byte[]> single(ResponseType type, GraphqlAnswer answer) {
    MutableHttpResponse<byte[]> response =
        response(
            type, type.status(answer), ErrorBody.bytes(answer.body()), answer.result().getErrors());
    answer
        .retryAfter()
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
    return response.code() == HttpStatus.METHOD_NOT_ALLOWED.getCode()
        ? response.header(HttpHeaders.ALLOW, "POST")
        : response;
  }

  private static MutableHttpResponse<byte[]> refused(
      ResponseType type, HttpStatus status, ErrorCode code, String message) {
    return refused(type, status, Errors.error(code, message));
  }

  private static MutableHttpResponse<byte[]> refused(
      ResponseType type, HttpStatus status, GraphQLError error) {
    return response(type, status, ErrorBody.bytes(error), List.of(error));
  }

  private static MutableHttpResponse<byte[]> response(
      ResponseType type, HttpStatus status, byte[] body, List<GraphQLError> errors) {
    return CountedOutcome.note(
        HttpResponse.<byte[]>status(status)
            .header("Vary", "Accept, Origin")
            .contentType(type.mediaType())
            .body(body),
        errors);
  }

  @Error(exception = ContentLengthExceededException.class)
  HttpResponse<byte[]> tooLarge(HttpRequest<?> http) {
    long told = http.getContentLength();
    Unreadable tooLarge =
        Unreadable.tooLarge(limits.maxBodySize(), Math.max(told, limits.maxBodySize() + 1));
    return refused(
        ResponseType.of(http).orElse(ResponseType.JSON), tooLarge.status(), tooLarge.error());
  }
}
