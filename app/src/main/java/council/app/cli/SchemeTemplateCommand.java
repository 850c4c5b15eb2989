package council.app.cli;

import council.config.document.SchemeReader;
import council.config.document.Template;
import council.platform.problem.NearestName;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The beginnings of a scheme that the modules bring. */
@Command(
    name = "template",
    description = "Tells of the templates that schemes can extend, without server or database.",
    mixinStandardHelpOptions = true)
final class SchemeTemplateCommand implements Runnable {
  @Spec CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Expected 'scheme template list' or 'scheme template print', but there was neither.");
  }

  @Command(
      name = "list",
      description = "Prints each template with the parameters that it takes.",
      mixinStandardHelpOptions = true)
  void list() {
    PrintWriter out = spec.commandLine().getOut();
    for (Template template : SchemeReader.ofInstalledModules().templates()) {
      out.printf("%s: %s%n", template.name(), template.title());
      template.parameters().forEach((name, what) -> out.printf("  %s: %s%n", name, what));
    }
  }

  @Command(
      name = "print",
      description = "Prints the text of a template.",
      mixinStandardHelpOptions = true)
  void print(
      @Parameters(paramLabel = "NAME", description = "The template, such as blank.") String name) {
    Collection<Template> templates = SchemeReader.ofInstalledModules().templates();
    List<String> names = templates.stream().map(Template::name).toList();
    Template template =
        templates.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow(() ->
                new Failure(
                    "There is no template \"%s\"%s There are %s."
                        .formatted(name, NearestName.hint(name, names), String.join(", ", names))));
    spec.commandLine().getOut().print(template.text());
  }
}
