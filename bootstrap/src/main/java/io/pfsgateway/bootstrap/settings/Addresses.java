package io.pfsgateway.bootstrap.settings;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that name an address to listen on. */
final class Addresses {
    private static final Pattern SHAPE = Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([^:\\[\\]\\s]+)):(\\d{1,5})");
    private static final int LAST_PORT = 65_535;

    private Addresses() {}

    static InetSocketAddress address(SettingValue value) {
        Matcher parts = SHAPE.matcher(value.text());
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > LAST_PORT) {
            throw value.refused(
                    "it must be HOST:PORT, with an IPv6 address in brackets and a port up to 65535 (0 for any free one).");
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        try {
            return new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(parts.group(3)));
        } catch (UnknownHostException unknown) {
            throw value.refused("no address is known for the host " + host + ".");
        }
    }
}
