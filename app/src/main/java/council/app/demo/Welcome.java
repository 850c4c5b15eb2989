package council.app.demo;

import council.platform.identity.Role;
import java.io.PrintWriter;

/** What the demo prints once it serves: who can ask, and what to ask first. */
public final class Welcome {
  private Welcome() {}

  /** Prints tokens and first queries. */
  public static void print(PrintWriter out, String url, DemoTokens tokens) {
    out.printf("%nTokens (valid for 30 days; ./council token makes new ones)%n");
    for (DemoCatalogue.Council council : DemoCatalogue.load().councils()) {
      out.printf("%n%s%n", council.title());
      for (Role role : DemoUsers.STAFF) {
        printToken(out, role.code(), tokens.token(council.code(), role, null));
      }
      for (String provider : council.examples()) {
        printToken(
            out,
            Role.PROVIDER_USER.code() + " of " + provider,
            tokens.token(council.code(), Role.PROVIDER_USER, provider));
      }
    }
    out.printf("%nThe instance itself%n");
    printToken(
        out, Role.PLATFORM_OPERATOR.code(), tokens.token("platform", Role.PLATFORM_OPERATOR, null));
    printQueries(out, url, tokens);
    out.flush();
  }

  private static void printToken(PrintWriter out, String who, String token) {
    out.printf("  %s%n    %s%n", who, token);
  }

  private static void printQueries(PrintWriter out, String url, DemoTokens tokens) {
    out.printf("%nThree queries to paste%n");
    for (FirstQuery query : FirstQuery.values()) {
      out.printf("%n# %s%n", query.question());
      query.document().lines().forEach(line -> out.printf("#   %s%n", line));
      out.println(query.asCurl(url, tokens));
    }
    out.printf("%nGraphQL   %s/graphql%nGraphiQL  %s/graphiql%n", url, url);
    out.printf("Health    %s/health%n%nReady. Ctrl-C stops; the data stays.%n", url);
  }
}
