package io.pfsgateway.bootstrap;

/** The way in. */
public final class Main {
    private Main() {}

    /** Runs the program; the exit codes are those of this package. */
    public static void main(String[] arguments) {
        System.exit(new Program(System.getenv(), System.out, System.err).run(arguments));
    }
}
