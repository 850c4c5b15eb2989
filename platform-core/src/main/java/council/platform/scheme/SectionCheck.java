package council.platform.scheme;

import council.platform.problem.Problems;

/** Semantic checks of one section. All problems are added; nothing is thrown. */
@FunctionalInterface
public interface SectionCheck<S> {
  /**
   * @param section the bound section
   * @param scheme the other sections of the same document
   * @param problems where problems go; paths start at the document's root
   */
  void check(S section, SchemeView scheme, Problems problems);
}
