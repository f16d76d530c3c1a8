package io.pfsgateway.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection, on which a request is sent when the caller says, and its answer read when the caller says. */
final class RawClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 120_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *(\\d+)");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    RawClient(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** A status and the whole answer as text. */
    record Answer(int status, String text) {}

    void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    /** Sends the head of a request with a body of so many bytes, which the caller sends. */
    void sendHead(String method, String target, int bodyBytes) throws IOException {
        send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + bodyBytes + "\r\n\r\n");
    }

    /** Sends a whole upload. */
    void put(String target, String body) throws IOException {
        send("PUT " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    Answer read() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int each = in.read();
            if (each < 0) {
                throw new IOException("the connection ended within an answer: " + head);
            }
            head.append((char) each);
        }
        Matcher length = LENGTH.matcher(head);
        byte[] body = length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
        return new Answer(Integer.parseInt(head.substring(9, 12)), head + new String(body, StandardCharsets.UTF_8));
    }

    Answer ask(String method, String target) throws IOException {
        sendHead(method, target, 0);
        return read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
