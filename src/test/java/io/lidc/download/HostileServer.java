package io.lidc.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A web server that answers each connection with bytes of the test's choice, until the client closes it. */
final class HostileServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Answer answer;
    private final AtomicInteger open = new AtomicInteger();

    /** What is sent. */
    @FunctionalInterface
    interface Answer {
        void send(String request, OutputStream out) throws IOException;
    }

    HostileServer(Answer answer) throws IOException {
        this.answer = answer;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** Sends the text at once, then the second one a byte each 20 ms without end. */
    static HostileServer trickling(String start, String repeated) throws IOException {
        return new HostileServer((request, out) -> {
            out.write(start.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; ; i++) {
                out.write(repeated.charAt(i % repeated.length()));
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        });
    }

    String url() {
        return "http://localhost:" + socket.getLocalPort() + "/1";
    }

    /** Connections that are open. */
    int open() {
        return open.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start(() -> answer(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        open.incrementAndGet();
        try (connection) {
            byte[] request = new byte[8192];
            int length = connection.getInputStream().read(request);
            if (length > 0) {
                answer.send(new String(request, 0, length, StandardCharsets.ISO_8859_1), connection.getOutputStream());
            }
        } catch (IOException e) {
            // The client has closed the connection: what each of these tests waits for.
        } finally {
            open.decrementAndGet();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "hostile-server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
