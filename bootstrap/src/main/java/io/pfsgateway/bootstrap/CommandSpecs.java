package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.release.BuildVersion;
import io.pfsgateway.bootstrap.settings.Setting;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command line's grammar, made from the table of settings. */
final class CommandSpecs {
    static final String NAME = "pfs-s3-gateway";
    static final String CONFIG = "--config";

    private static final int HELP_WIDTH = 120;
    private static final int OPTION_WIDTH = 30;

    private CommandSpecs() {}

    static CommandLine commandLine() {
        CommandSpec serve = CommandSpec.create()
                .name(NAME)
                .version(NAME + " " + BuildVersion.read())
                .mixinStandardHelpOptions(true)
                .addOption(config());
        for (Setting setting : Setting.values()) {
            serve.addOption(option(setting));
        }
        describe(
                serve.usageMessage(),
                "Serves a versioned file system over the S3 protocol. A bucket is a branch of a repository.");
        serve.addSubcommand(Task.CHECK.word(), check());
        serve.addSubcommand(Task.SQUASH.word(), squash());
        return new CommandLine(serve)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setUsageHelpLongOptionsMaxWidth(OPTION_WIDTH);
    }

    private static CommandSpec check() {
        CommandSpec check = onData(Task.CHECK);
        check.usageMessage()
                .description("Reads back everything in the data folder of a gateway that is stopped, compares hashes,"
                        + " counts and references, and names what it finds. It changes no data.")
                .footer("", "Exit code: 0 when all is well, 1 when there are findings, 2 when a setting is refused.");
        return check;
    }

    private static CommandSpec squash() {
        CommandSpec squash = onData(Task.SQUASH)
                .addOption(own(SquashFlags.OLDER_THAN, "AGE", "How old: days such as 90d, or hours such as 12h.")
                        .required(true)
                        .build())
                .addOption(
                        own(SquashFlags.BUCKET, "BUCKET", "Only commits that were made on this branch, as branch.repo.")
                                .build())
                .addOption(own(SquashFlags.DRY_RUN, "true|false", "Only say what would go.")
                        .arity("0..1")
                        .fallbackValue("true")
                        .build());
        squash.usageMessage()
                .sortOptions(false)
                .description(
                        "Merges old commits in the data folder of a gateway that is stopped into the oldest that is kept"
                                + " after them, and gives back the space of what nothing shows any more. Heads, and commits from"
                                + " which other branches or open commits start, stay. It may be stopped and run again.")
                .footer("", "Exit code: 0 when it is done, 1 when it failed, 2 when a setting is refused.");
        return squash;
    }

    private static CommandSpec onData(Task task) {
        return CommandSpec.create()
                .name(task.word())
                .mixinStandardHelpOptions(true)
                .addOption(config())
                .addOption(option(Setting.DATA));
    }

    private static OptionSpec.Builder own(String flag, String shape, String purpose) {
        return OptionSpec.builder(flag).type(String.class).paramLabel(shape).description(purpose);
    }

    private static void describe(UsageMessageSpec usage, String what) {
        usage.description(what, "")
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .footer(
                        "",
                        "Each setting is a flag, or a variable of the same name (PFS_GATEWAY_DATA for --data), or a line of",
                        "the settings file (data: DIR); a flag comes before a variable, a variable before the file.",
                        "",
                        "SIGTERM and SIGINT stop it cleanly. Exit code: 0 after a clean stop, 1 when the start failed or the",
                        "stop was not clean, 2 when a setting is refused.");
    }

    private static OptionSpec config() {
        return OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(String.class)
                .description("YAML file with settings.")
                .build();
    }

    private static OptionSpec option(Setting setting) {
        OptionSpec.Builder option = OptionSpec.builder(setting.flag()).type(String.class);
        if (setting.isSwitch()) {
            return option.arity("0..1")
                    .fallbackValue("true")
                    .paramLabel("true|false")
                    .description(setting.purpose())
                    .build();
        }
        String standard =
                setting.standard().map(text -> " Default: " + text + ".").orElse("");
        return option.paramLabel(setting.shape())
                .description(setting.purpose() + standard)
                .build();
    }
}
