package io.lidc.source.s3;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Stands in front of an HTTP server and does to requests without bodies what networks and servers do. */
public final class FaultyProxy implements AutoCloseable {
    private static final byte[] SLOW_DOWN = ("HTTP/1.1 503 Slow Down\r\nContent-Type: application/xml\r\n"
                    + "Content-Length: 100\r\n\r\n"
                    + "<?xml version=\"1.0\"?><Error><Code>SlowDown</Code><Message>Please reduce your rate.</Message></Error>")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;
    private final int upstreamPort;
    private final IntFunction<Fault> faults;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** What happens to one request. */
    public enum Fault {
        /** Nothing. */
        NONE,
        /** It takes 50 ms longer. */
        LATENCY,
        /** The server refuses it with 503 SlowDown. */
        THROTTLE,
        /** The connection breaks in the middle of the answer. */
        CUT,
        /** No answer comes. */
        SILENCE
    }

    /** @param faults by the number of the request, from 0 on */
    public FaultyProxy(int upstreamPort, IntFunction<Fault> faults) throws IOException {
        this.upstreamPort = upstreamPort;
        this.faults = faults;
        listener = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** For clients. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** The most requests that were under way at the same time. */
    public int mostAtATime() {
        return mostOpen.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            sockets.add(client);
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), upstreamPort)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream fromClient = new BufferedInputStream(client.getInputStream());
            InputStream fromServer = new BufferedInputStream(server.getInputStream());
            for (byte[] head = head(fromClient); head.length > 0; head = head(fromClient)) {
                mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                try {
                    if (!pass(
                            faults.apply(requests.getAndIncrement()),
                            head,
                            client.getOutputStream(),
                            fromServer,
                            server)) {
                        return;
                    }
                } finally {
                    open.decrementAndGet();
                }
            }
        } finally {
            sockets.remove(client);
        }
    }

    /** False where the connection ends with this request. */
    private static boolean pass(Fault fault, byte[] head, OutputStream toClient, InputStream fromServer, Socket server)
            throws IOException {
        switch (fault) {
            case THROTTLE -> {
                toClient.write(SLOW_DOWN);
                toClient.flush();
                return true;
            }
            case SILENCE -> {
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5));
                return false;
            }
            case LATENCY -> LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            default -> {}
        }
        server.getOutputStream().write(head);
        byte[] answer = answer(fromServer, head);
        int length = fault == Fault.CUT ? answer.length / 2 : answer.length;
        toClient.write(answer, 0, length);
        toClient.flush();
        return fault != Fault.CUT;
    }

    private static byte[] answer(InputStream server, byte[] request) throws IOException {
        byte[] head = head(server);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(head);
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int length = text.indexOf("content-length:");
        if (request[0] == 'H') {
            return answer.toByteArray();
        }
        if (length >= 0) {
            int end = text.indexOf('\r', length);
            answer.write(server.readNBytes(
                    Integer.parseInt(text.substring(length + 15, end).strip())));
        } else if (text.contains("transfer-encoding: chunked")) {
            chunks(server, answer);
        }
        return answer.toByteArray();
    }

    private static void chunks(InputStream server, ByteArrayOutputStream answer) throws IOException {
        int size;
        do {
            String line = line(server, answer);
            size = Integer.parseInt(line.strip(), 16);
            answer.write(server.readNBytes(size + 2));
        } while (size > 0);
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        String line;
        do {
            line = line(in, head);
        } while (line.length() > 2);
        return line.isEmpty() ? new byte[0] : head.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream copy) throws IOException {
        StringBuilder line = new StringBuilder();
        int c;
        do {
            c = in.read();
            if (c < 0) {
                return "";
            }
            copy.write(c);
            line.append((char) c);
        } while (c != '\n');
        return line.toString();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side has gone, or the proxy is closed: both end this thread's work.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
