package com.example.folderfs.gateway;

import io.pfsgateway.adapter.in.http.HttpGateway;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Serves the folder that the first argument names, at the port that the second one does, and else at one that is free. */
public final class Main {
    private static final int WRONG_USE = 2;
    private static final int HIGHEST_PORT = 65_535;

    private Main() {}

    public static void main(String[] args) throws Exception {
        if (args.length < 1 || args.length > 2 || !Files.isDirectory(Path.of(args[0]))) {
            refuse();
            return;
        }
        int port = args.length == 1 ? 0 : port(args[1]);
        if (port < 0) {
            refuse();
            return;
        }
        HttpGateway gateway =
                FolderGateway.start(Path.of(args[0]), new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
        System.out.println("Serving " + args[0] + " for reading on http://127.0.0.1:"
                + gateway.address().getPort());
    }

    private static int port(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT ? Integer.parseInt(text) : -1;
    }

    private static void refuse() {
        System.err.println("Usage: java -jar folder-gateway.jar FOLDER [PORT]");
        System.exit(WRONG_USE);
    }
}
