package io.lidc.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A web server that knows ranges, answers one request a connection, and breaks it after a random number of bytes. */
final class BreakingServer implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    private final ServerSocket socket;
    private final Map<String, byte[]> files;
    private final Random random;
    private final int maxBytes;
    private final AtomicInteger broken = new AtomicInteger();

    /** @param maxBytes of a body before the connection breaks */
    BreakingServer(Map<String, byte[]> files, Random random, int maxBytes) throws IOException {
        this.files = files;
        this.random = random;
        this.maxBytes = maxBytes;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "breaking-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI url(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + path);
    }

    /** Connections that broke. */
    int broken() {
        return broken.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                new Thread(() -> answer(connection), "breaking-connection").start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String path = in.readLine().split(" ")[1];
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                headers.put(line.split(":", 2)[0], line.split(":", 2)[1].strip());
            }
            send(files.get(path), headers, connection.getOutputStream());
        } catch (IOException e) {
            broken.incrementAndGet();
        }
    }

    private void send(byte[] file, Map<String, String> headers, OutputStream out) throws IOException {
        String etag = "\"" + file.length + "\"";
        Matcher range = RANGE.matcher(headers.getOrDefault("Range", ""));
        int offset = range.matches() && etag.equals(headers.get("If-Range")) ? Integer.parseInt(range.group(1)) : 0;
        String head = offset == 0
                ? "HTTP/1.1 200 OK\r\n"
                : "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " + offset + "-" + (file.length - 1) + "/"
                        + file.length + "\r\n";
        out.write((head + "Content-Length: " + (file.length - offset) + "\r\nETag: " + etag
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        int length = Math.min(file.length - offset, randomLength());
        out.write(file, offset, length);
        if (length < file.length - offset) {
            broken.incrementAndGet();
        }
    }

    private int randomLength() {
        synchronized (random) {
            return random.nextInt(maxBytes);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
