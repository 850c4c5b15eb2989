package council.app.server;

/**
 * The two ways into the database.
 *
 * @param url JDBC address without credentials
 * @param owner who owns the tables and runs migrations
 * @param application who serves: owns nothing and is bound by row-level security
 */
public record DatabaseAccess(String url, Login owner, Login application) {

  /** A role with its password. */
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return user;
    }
  }
}
