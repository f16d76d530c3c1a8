package io.pfsgateway.adapter.in.http.server;

import io.pfsgateway.adapter.in.http.observation.RequestObserver;
import io.pfsgateway.adapter.in.http.tls.ServedCertificate;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What Jetty must be told so that it takes paths, headers and bodies as they come, and stops without breaking anything off. */
public final class JettyServerSetup {
    private static final int HEADER_BYTES = 64 * 1024;
    private static final int RESPONSE_HEADER_BYTES = 32 * 1024;
    /** What a query asks to have overridden and what CORS rules expose take as much as a request's headers, each. */
    private static final int MAX_RESPONSE_HEADER_BYTES = 4 * HEADER_BYTES;

    private static final int OUTPUT_BUFFER_BYTES = 64 * 1024;
    /** What one read of a socket takes at most: a body comes in as many pieces. */
    private static final int INPUT_BUFFER_BYTES = 64 * 1024;
    /** How much of buffers that are not in use may be kept, on the heap and outside of it. */
    private static final long KEPT_BUFFERS_BYTES = 64L << 20;

    private static final int AS_JETTY_CHOOSES = -1;
    /** Beside the threads that serve requests: those that accept, select, and answer SlowDown. */
    private static final int SPARE_THREADS = 16;

    private static final int MIN_THREADS = 8;
    /** How long Jetty may take to end what is left when the requests are done. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    private JettyServerSetup() {}

    /** Threads for so many requests at once, virtual ones where the platform has them. */
    public static QueuedThreadPool threads(int maxRequests) {
        QueuedThreadPool threads = new QueuedThreadPool(maxRequests + SPARE_THREADS, MIN_THREADS);
        threads.setName("s3");
        Executor virtual = VirtualThreads.areSupported() ? VirtualThreads.getNamedVirtualThreadsExecutor("s3-") : null;
        if (virtual != null) {
            threads.setVirtualThreadsExecutor(virtual);
        }
        return threads;
    }

    /** Bounds what is under way, ends connections without breaking off an answer, and answers Jetty's own errors in XML. */
    public static void prepare(Server server, Admission admission, RequestObserver observer) {
        server.setHandler(new GracefulHandler(new RequestGate(admission, observer)));
        server.setStopTimeout(ENDING.toMillis());
        server.setErrorHandler(new JettyErrorHandler(observer));
    }

    /** Lets keys through that a file server would refuse. */
    public static void prepare(ServletContextHandler context, RequestObserver observer) {
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.setSessionHandler(new NoSessions());
        context.setErrorHandler(new JettyErrorHandler(observer));
    }

    /** Listens at an address, for HTTPS where there is a certificate. */
    public static Connector connector(
            Server server, InetSocketAddress listen, Optional<ServedCertificate> certificate, Admission admission) {
        S3ConnectionFactory plain = new S3ConnectionFactory(http());
        ConnectionFactory[] protocols = certificate
                .map(served -> new ConnectionFactory[] {new TlsConnections(served), plain})
                .orElseGet(() -> new ConnectionFactory[] {plain});
        ServerConnector connector = new S3Connector(server, buffers(), admission, protocols);
        connector.setHost(listen.getAddress().getHostAddress());
        connector.setPort(listen.getPort());
        // A peer without it stalls 40 ms on an answer that comes in two writes.
        connector.setAcceptedTcpNoDelay(true);
        return connector;
    }

    /** Jetty's own would keep no buffer as large as an object's piece, and an eighth of the heap's bound of others. */
    private static ByteBufferPool buffers() {
        return new ArrayByteBufferPool(
                AS_JETTY_CHOOSES,
                AS_JETTY_CHOOSES,
                JettyOutput.PIECE_BYTES,
                Integer.MAX_VALUE,
                KEPT_BUFFERS_BYTES,
                KEPT_BUFFERS_BYTES);
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setUriCompliance(UriCompliance.UNSAFE);
        // Else "Text/Plain" would come as "text/plain", which is not what its client signed.
        http.setHeaderCacheCaseSensitive(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setResponseHeaderSize(RESPONSE_HEADER_BYTES);
        http.setMaxResponseHeaderSize(MAX_RESPONSE_HEADER_BYTES);
        http.setOutputBufferSize(OUTPUT_BUFFER_BYTES);
        http.setInputBufferSize(INPUT_BUFFER_BYTES);
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        // Signed requests repeat no date and no signature: remembering their headers costs more than it saves.
        http.setHeaderCacheSize(0);
        return http;
    }
}
