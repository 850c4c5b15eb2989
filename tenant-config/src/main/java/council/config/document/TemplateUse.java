package council.config.document;

import council.platform.scheme.Doc;
import council.platform.scheme.PlainValue;
import java.util.Map;

/** One use of a template by a document. */
@Doc("A template and the values of its parameters; the name alone where it has none")
public record TemplateUse(
    @Doc("Name of the template") String template,
    @Doc("Texts, numbers, true or false by name of the parameter") Map<String, PlainValue> with) {}
