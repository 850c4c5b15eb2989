package council.config.document;

import council.platform.module.CouncilModule;
import council.platform.scheme.SchemeTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The templates that a module brings in its jar. */
final class TemplateResources {
  private TemplateResources() {}

  /**
   * @throws IllegalStateException where a module names a resource that it does not bring
   */
  static List<Template> of(CouncilModule module) {
    return module.schemeTemplates().stream()
        .map(declared -> Template.of(declared, text(module, declared)))
        .toList();
  }

  private static String text(CouncilModule module, SchemeTemplate declared) {
    String resource = '/' + declared.resource();
    try (InputStream in = module.getClass().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected the resource " + resource + " of the module " + module.id());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
