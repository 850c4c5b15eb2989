package council.framework.scheme;

import council.platform.lifecycle.Lifecycle;
import council.platform.scheme.Default;
import council.platform.scheme.Doc;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a case of a location that moves is worked. */
@Doc(
    value = "How the case of a location that moves is worked",
    rules = {"LAN-FW-26", "LAN-FW-27", "LAN-FW-28", "LAN-APL-03", "LAN-APL-04"})
public record TransitionCases(
    @Doc(
            value =
                "Its stages and the steps between them. Guards that a step may name:"
                    + " reviewRecorded, choiceRecorded, staffTransferRecorded,"
                    + " receiverChosen, nobodyMovesHome, noOpenBlocker")
        Lifecycle stages,
    @Doc(value = "Kinds of review by code", rules = "LAN-APL-04") Map<String, String> reviewTypes,
    @Doc(value = "What people may choose, by code", rules = "LAN-APL-03")
        Map<String, Choice> choices,
    @Doc("Stages in which the service has moved") List<String> movedStages) {
  public TransitionCases {
    reviewTypes = Collections.unmodifiableMap(new LinkedHashMap<>(reviewTypes));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    movedStages = List.copyOf(movedStages);
  }

  /** What people may choose. */
  @Doc(value = "What the people of a location may choose", rules = "LAN-APL-03")
  public record Choice(
      @Doc("What people call it") String title,
      @Doc("Whether they stay with the present provider") @Default("false") boolean stays) {}
}
