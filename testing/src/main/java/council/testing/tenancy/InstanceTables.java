package council.testing.tenancy;

import java.util.Map;

/**
 * The tables that belong to the instance and not to a council. Each stands here by name and with
 * its reason; every other table keeps to every {@link TenancyRule}.
 */
public final class InstanceTables {
  /** Qualified name and why. */
  public static final Map<String, String> REASONS =
      Map.of(
          "platform.scheduled_job",
          "The poller looks for what is due in every council at once. A row holds the code of a"
              + " council and the id of a job; what the job is about lies in platform.job.");

  private InstanceTables() {}
}
