package council.app.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import council.platform.identity.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a newcomer may ask first. */
public enum FirstQuery {
  PLACES(
      "Who holds the places of Lancashire's framework in Preston on 1 July 2015?",
      Role.COMMISSIONER,
      null,
      """
      {
        places(vehicle: "SUPPORTED_LIVING", zone: "PRE", inForceOn: "2015-07-01") {
          totalCount
          nodes { tier rank score provider { reference name } }
        }
      }
      """),
  NEW_BUSINESS(
      "Who may take new business there, and which rules does everybody pass or fail?",
      Role.COMMISSIONER,
      null,
      """
      {
        newBusinessEligibility(
          vehicle: "SUPPORTED_LIVING", zone: "PRE", kind: NEW, on: "2015-07-01"
        ) {
          providers { providerReference eligible reasons { text because { rule verdict text } } }
        }
      }
      """),
  OWN_SCORES(
      "What does a provider see of the round? Its own scores and reasons, and nobody else's.",
      Role.PROVIDER_USER,
      "P001",
      """
      {
        applications {
          nodes {
            provider { reference }
            zones
            scores { nodes { criterion zone score } }
            outcome { result reasons { rule verdict text } }
          }
        }
      }
      """);

  private final String question;
  private final Role role;
  private final @Nullable String provider;
  private final String document;

  FirstQuery(String question, Role role, @Nullable String provider, String document) {
    this.question = question;
    this.role = role;
    this.provider = provider;
    this.document = document;
  }

  public String question() {
    return question;
  }

  public Role role() {
    return role;
  }

  public String document() {
    return document;
  }

  /** The token of whoever asks; they are all of Lancashire. */
  public String token(DemoTokens tokens) {
    return tokens.token("lancashire", role, provider);
  }

  /** One command for a shell. */
  public String asCurl(String url, DemoTokens tokens) {
    return "curl -sS %s/graphql -H 'Content-Type: application/json' -H 'Authorization: Bearer %s' -d '%s'"
        .formatted(url, token(tokens), body());
  }

  private String body() {
    try {
      String compact = document.strip().replaceAll("\\s+", " ");
      return new ObjectMapper().writeValueAsString(Map.of("query", compact));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A query of the demo cannot be written", e);
    }
  }
}
