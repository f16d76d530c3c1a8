package io.pfsgateway.bootstrap;

import io.pfsgateway.bootstrap.release.BuildVersion;
import io.pfsgateway.bootstrap.settings.SettingRefused;
import io.pfsgateway.bootstrap.settings.SettingSources;
import io.pfsgateway.bootstrap.settings.Settings;
import io.pfsgateway.bootstrap.settings.SettingsReader;
import io.pfsgateway.bootstrap.wiring.RunningGateway;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of the program. What it answers goes to one stream, why it fails to the other, in a line. */
final class Program {
    static final int CLEAN = 0;
    static final int FAILED = 1;
    static final int REFUSED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Program.class);

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Program(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Does what the arguments ask for, and tells the exit code. When it serves it ends with the process alone. */
    int run(String... arguments) {
        try {
            Invocation asked = Invocation.parse(arguments);
            Optional<String> help = asked.help();
            if (help.isPresent()) {
                out.print(help.get());
                return CLEAN;
            }
            SettingsReader reader =
                    new SettingsReader(SettingSources.gather(asked.flags(), asked.config(), environment));
            return switch (asked.task()) {
                case SERVE -> serve(reader.settings());
                case CHECK -> new DataCheck(reader.data(), out).run();
                case SQUASH ->
                    new DataSquash(reader.data(), SquashFlags.read(asked.own()), Clock.systemUTC(), out).run();
            };
        } catch (SettingRefused refused) {
            return say(refused, REFUSED);
        } catch (RuntimeException | LinkageError failure) {
            LOG.debug("The start failed", failure);
            return say(failure, FAILED);
        }
    }

    private int serve(Settings settings) {
        RunningGateway gateway = RunningGateway.start(settings, Clock.systemUTC());
        // The JVM would end with 143 after its hooks, which supervisors take for a failure; halting is safe when all is
        // closed.
        CleanStop stop = new CleanStop(gateway, Runtime.getRuntime()::halt);
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        if (settings.isOpen() && settings.isReachable()) {
            LOG.warn("Open to the network: whoever reaches {} may do everything", gateway.s3Address());
        }
        if (settings.isPfsReachable()) {
            LOG.warn("Open to the network: whoever reaches pfs_v2 at {} may do everything", gateway.pfsAddress());
        }
        IdleHeap.giveBack();
        out.print(new Banner(BuildVersion.read(), settings, gateway.madeData(), gateway.addresses()).text());
        out.flush();
        return waitForTheEnd();
    }

    private static int waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
            return CLEAN;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int say(Throwable failure, int code) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        err.println(CommandSpecs.NAME + ": " + line + (line.matches(".*[.?]") ? "" : "."));
        return code;
    }
}
