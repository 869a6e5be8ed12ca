package dev.assay.cli;

import dev.assay.cost.ScenarioReader;
import dev.assay.cost.core.Lever;
import java.util.Optional;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/// Gives every setting of a scenario an option of its own: `cache_hit` becomes `--cache-hit`. They stay out of the help,
/// which would be all about them; `--list settings` names them.
final class CostSettings implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec spec) {
    for (String key : ScenarioReader.keys()) {
      String name = "--" + key.replace('_', '-');
      if (!spec.optionsMap().containsKey(name)) {
        ISetter setter = new ISetter() {
          @Override
          public <T> T set(T value) {
            if (value instanceof String text && spec.userObject() instanceof CostCommand command) {
              command.set(key, text);
            }
            return value;
          }
        };
        spec.addOption(
            OptionSpec.builder(name).paramLabel("VALUE").type(String.class).hidden(true).description(about(key))
                .setter(setter).build());
      }
    }
    return spec;
  }

  private static String about(String key) {
    Optional<Lever> lever = Lever.of(key);
    return lever.map(Lever::label).orElse("as in a scenario");
  }
}
