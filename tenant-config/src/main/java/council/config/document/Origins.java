package council.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import council.platform.scheme.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells for each value of an effective document which text it stands in. */
final class Origins {
  private final Places places;

  Origins(Places places) {
    this.places = places;
  }

  static Origins ofNothing() {
    return new Origins(new Places(new Tree.Nothing(Mark.NONE)));
  }

  /** In the order of the canonical document. */
  List<Origin> of(SchemeDocument scheme) {
    List<Origin> origins = new ArrayList<>();
    collect("", new PlainValue(scheme.canonical()).json(), origins);
    return origins;
  }

  private void collect(String path, JsonNode value, List<Origin> origins) {
    if (value.isEmpty()) {
      Optional<Mark> mark = mark(path);
      String text = value.toString();
      origins.add(
          mark.map(at -> Origin.at(at, path, text)).orElseGet(() -> Origin.ofDefault(path, text)));
      return;
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      collect(Paths.key(path, member.getKey()), member.getValue(), origins);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect(Paths.index(path, i), value.get(i), origins);
    }
  }

  /** A kind that is written as a bare word stands where its object would. */
  private Optional<Mark> mark(String path) {
    Optional<Mark> mark = places.find(path);
    return mark.isEmpty() && path.endsWith('.' + Binder.KIND)
        ? places.find(Paths.parent(path))
        : mark;
  }
}
