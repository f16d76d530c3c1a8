package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.settings.Setting;
import io.pfsgateway.bootstrap.settings.SettingRefused;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What a command line asks for.
 *
 * @param help what is to be printed instead of doing anything, if that is what was asked
 * @param check whether the data is to be checked instead of served
 */
record Invocation(Optional<String> help, boolean check, Map<Setting, String> flags, Optional<String> config) {
    /**
     * Reads a command line.
     *
     * @throws SettingRefused if it names a flag that there is not, or one without its value
     */
    static Invocation parse(String... arguments) {
        CommandLine grammar = CommandSpecs.commandLine();
        try {
            ParseResult whole = grammar.parseArgs(arguments);
            boolean check = whole.hasSubcommand();
            if (check && !whole.matchedOptions().isEmpty()) {
                throw new SettingRefused("The flags of check come after it: "
                        + whole.matchedOptions().get(0).longestName() + " came before.");
            }
            ParseResult asked = check ? whole.subcommand() : whole;
            return new Invocation(help(asked), check, flags(asked), config(asked));
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
