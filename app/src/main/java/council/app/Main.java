package council.app;

import council.app.cli.CouncilCommand;

/** Entry of the one program: server and command line. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int status = CouncilCommand.run(arguments);
    System.exit(status);
  }
}
