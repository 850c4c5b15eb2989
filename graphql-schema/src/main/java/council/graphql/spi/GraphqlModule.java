package council.graphql.spi;

import java.util.List;

/**
 * What a module adds to the one API. Implementations are {@code @Singleton} beans; a jar on the
 * class path is found without being listed anywhere.
 */
public interface GraphqlModule {
  /**
   * Id of the module ({@code CouncilModule.id()}) that owns the fields, or {@code platform} for the
   * host itself. A field of a module that the council has not got answers MODULE_NOT_ENABLED.
   */
  String moduleId();

  /** Class-path resources with its SDL, such as {@code graphql/framework.graphqls}. */
  List<String> sdl();

  /** Declares reads, queries by facade and mutations. Every field of the SDL must be wired once. */
  void contribute(Contributions contributions);
}
