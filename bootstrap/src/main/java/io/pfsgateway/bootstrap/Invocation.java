package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.SettingRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a command line asks for.
 *
 * @param help what is to be printed instead of doing anything, if that is what was asked
 * @param own the flags of the task that are no settings, by their names
 */
record Invocation(
        Optional<String> help,
        Task task,
        Map<Setting, String> flags,
        Optional<String> config,
        Map<String, String> own) {
    /**
     * Reads a command line.
     *
     * @throws SettingRefused if it names a flag that there is not, or one without its value
     */
    static Invocation parse(String... arguments) {
        CommandLine grammar = CommandSpecs.commandLine();
        try {
            ParseResult whole = grammar.parseArgs(arguments);
            ParseResult asked = whole.hasSubcommand() ? whole.subcommand() : whole;
            Task task = Task.named(asked.commandSpec().name());
            if (task != Task.SERVE && !whole.matchedOptions().isEmpty()) {
                throw new SettingRefused("The flags of " + task.word() + " come after it: "
                        + whole.matchedOptions().get(0).longestName() + " came before.");
            }
            return new Invocation(help(asked), task, flags(asked), config(asked), own(asked, task));
        } catch (UnmatchedArgumentException unknown) {
            throw unknown(unknown);
        } catch (ParameterException malformed) {
            throw new SettingRefused(malformed.getMessage() + ".");
        }
    }

    private static Optional<String> help(ParseResult asked) {
        CommandLine command = asked.commandSpec().commandLine();
        if (asked.isUsageHelpRequested()) {
            return Optional.of(command.getUsageMessage());
        }
        return asked.isVersionHelpRequested()
                ? Optional.of(String.join(
                                "\n",
                                CommandSpecs.commandLine().getCommandSpec().version()) + "\n")
                : Optional.empty();
    }

    private static Map<Setting, String> flags(ParseResult asked) {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (asked.hasMatchedOption(setting.flag())) {
                flags.put(setting, asked.matchedOptionValue(setting.flag(), ""));
            }
        }
        return flags;
    }

    private static Map<String, String> own(ParseResult asked, Task task) {
        return task.ownFlags().stream()
                .filter(asked::hasMatchedOption)
                .collect(Collectors.toMap(flag -> flag, flag -> asked.matchedOptionValue(flag, "")));
    }

    private static Optional<String> config(ParseResult asked) {
        return Optional.ofNullable(asked.matchedOptionValue(CommandSpecs.CONFIG, null));
    }

    private static SettingRefused unknown(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().get(0);
        String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        CommandSpec command = unmatched.getCommandLine().getCommandSpec();
        List<String> known = new ArrayList<>(command.subcommands().keySet());
        command.options().forEach(option -> known.add(option.longestName()));
        return SettingRefused.unknown(name.startsWith("-") ? "flag" : "word", name, known);
    }
}
