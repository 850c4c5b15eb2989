package council.framework.graphql;

import council.framework.api.BusinessRequests;
import council.framework.api.BusinessRequests.AcceptOffer;
import council.framework.api.BusinessRequests.AwardCallOff;
import council.framework.api.BusinessRequests.DeclineOffer;
import council.framework.api.BusinessRequests.EndCallOff;
import council.framework.api.BusinessRequests.EndRequest;
import council.framework.api.BusinessRequests.OpenRequest;
import council.framework.api.BusinessRequests.RecordChoice;
import council.framework.api.BusinessRequests.RequestStep;
import council.framework.api.BusinessRequests.RespondToInvitation;
import council.framework.api.BusinessRequests.ScoreResponse;
import council.graphql.spi.Contributions;
import council.graphql.spi.Outcome;
import council.platform.identity.Actor;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The steps of requests, offers and call-offs. */
@Singleton
final class BusinessMutations implements ApiPart {
  private final BusinessRequests requests;

  BusinessMutations(BusinessRequests requests) {
    this.requests = requests;
  }

  @Override
  public void declare(Contributions c) {
    c.mutation(
        "openRequest", OpenRequest.class, (actor, input) -> request(requests.open(actor, input)));
    step(c, "offerRequest", requests::offer);
    step(c, "inviteToCompete", requests::invite);
    step(c, "compareResponses", requests::compare);
    end(c, "recallOffer", requests::recall);
    end(c, "withdrawRequest", requests::withdraw);
    c.mutation("recordChoice", RecordChoice.class, this::choose);
    c.mutation("awardCallOff", AwardCallOff.class, this::award);
    c.mutation("acceptOffer", AcceptOffer.class, this::accept);
    c.mutation("declineOffer", DeclineOffer.class, this::decline);
    c.mutation("respondToInvitation", RespondToInvitation.class, this::respond);
    c.mutation("scoreResponse", ScoreResponse.class, this::score);
    c.mutation("endCallOff", EndCallOff.class, this::endCallOff);
  }

  private static void step(Contributions c, String field, BiConsumer<Actor, RequestStep> step) {
    c.mutation(
        field,
        RequestStep.class,
        (actor, input) -> {
          step.accept(actor, input);
          return request(input.request());
        });
  }

  private static void end(Contributions c, String field, BiConsumer<Actor, EndRequest> step) {
    c.mutation(
        field,
        EndRequest.class,
        (actor, input) -> {
          step.accept(actor, input);
          return request(input.request());
        });
  }

  private Outcome choose(Actor actor, RecordChoice input) {
    requests.recordChoice(actor, input);
    return request(input.request());
  }

  private Outcome award(Actor actor, AwardCallOff input) {
    var awarded = requests.award(actor, input);
    return Outcome.node("callOff", "CallOff", awarded.callOff())
        .andNode("request", "BusinessRequest", input.request())
        .andValue("warnings", awarded.warnings());
  }

  private Outcome accept(Actor actor, AcceptOffer input) {
    requests.accept(actor, input);
    return offer(input.offer());
  }

  private Outcome decline(Actor actor, DeclineOffer input) {
    requests.decline(actor, input);
    return offer(input.offer());
  }

  private Outcome respond(Actor actor, RespondToInvitation input) {
    requests.respond(actor, input);
    return offer(input.offer());
  }

  private Outcome score(Actor actor, ScoreResponse input) {
    requests.score(actor, input);
    return offer(input.offer());
  }

  private Outcome endCallOff(Actor actor, EndCallOff input) {
    requests.end(actor, input);
    return Outcome.node("callOff", "CallOff", input.callOff());
  }

  private static Outcome request(UUID id) {
    return Outcome.node("request", "BusinessRequest", id);
  }

  private static Outcome offer(UUID id) {
    return Outcome.node("offer", "Offer", id);
  }
}
