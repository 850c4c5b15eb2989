package council.app.cli;

import council.platform.identity.Role;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a role as people write it. */
final class RoleOption implements ITypeConverter<Role> {
  @Override
  public Role convert(String value) {
    return Arrays.stream(Role.values())
        .filter(role -> role.code().equals(value))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected one of %s, but it was '%s'".formatted(codes(), value)));
  }

  private static String codes() {
    return Arrays.stream(Role.values()).map(Role::code).collect(Collectors.joining(", "));
  }
}
