package council.framework.scheme;

import council.platform.expression.ValueType;
import java.util.Map;
import java.util.TreeMap;

/** What a condition of new business may speak of: the request, and attributes of the provider. */
public final class ConditionVariables {
  public static final String KIND = "request.kind";
  public static final String ZONE = "request.zone";
  public static final String AREA = "request.area";
  public static final String CATEGORY = "request.category";

  private ConditionVariables() {}

  /**
   * @param attributes those of providers, such as {@code provider.LIVING_WAGE}
   */
  public static Map<String, ValueType> with(Map<String, ValueType> attributes) {
    Map<String, ValueType> all = new TreeMap<>(attributes);
    all.put(KIND, ValueType.TEXT);
    all.put(ZONE, ValueType.TEXT);
    all.put(AREA, ValueType.TEXT);
    all.put(CATEGORY, ValueType.TEXT);
    return all;
  }
}
