package io.lidc.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server on this machine that keeps what it is sent. It can be away for a time, at the same port. */
public final class Receiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private volatile Answer answer = new Answer(200, "ok", null);

    /** What it answers; a location makes it a redirect. */
    public record Answer(int status, String body, String location) {}

    private Receiver(int port) {
        this.port = port;
    }

    /** One that answers 200. */
    public static Receiver start() throws IOException {
        return away().comeBack();
    }

    /** One that nobody reaches. */
    public static Receiver away() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Receiver(free.getLocalPort());
        }
    }

    public Receiver comeBack() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Answer now = answer;
            if (now.location() != null) {
                exchange.getResponseHeaders().add("Location", now.location());
            }
            byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return this;
    }

    public Receiver answers(int status, String body, String location) {
        answer = new Answer(status, body, location);
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/hook/secret-part";
    }

    /** What it was sent, in order. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** The same as JSON. */
    public List<JsonNode> documents() {
        return bodies().stream().map(Receiver::parse).toList();
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
        threads.shutdownNow();
    }
}
