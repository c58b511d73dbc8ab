package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.testing.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that hold on to what they share with others: all of them keep their socket open. */
@Timeout(90)
class SlowClientIT {
    @TempDir
    private Path folder;

    private final List<Socket> sockets = new ArrayList<>();
    private Home home;
    private List<Path> instances;
    private Push push;

    @BeforeEach
    void writeTheSample() throws IOException {
        home = Home.in(folder)
                .set(PushKeys.MAX_REQUESTS, "1")
                .set(PushKeys.TIMEOUT, "2")
                .set(PushKeys.MIN_BYTES_PER_SECOND, "1000");
        instances = Push.instances(Home.sample(folder));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        push.close();
    }

    @Test
    void takesThePlaceOfAClientThatStalls() throws Exception {
        serve();
        Socket stalled = send(header("Content-Length: 1000") + "--b0undary\r\n");

        awaitStatus(429);
        awaitStatus(200);
        assertThat(response(stalled)).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void takesThePlaceOfAClientThatSendsAByteASecond() throws Exception {
        serve();
        Socket slow = send(header("Content-Length: 1000") + "--b0undary\r\n");
        trickle(slow);

        awaitStatus(429);
        awaitStatus(200);
        assertThat(response(slow)).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void givesThePlaceToOthersOnceARequestIsRefused() throws Exception {
        home.set(PushKeys.TIMEOUT, "60").set(PushKeys.MAX_INSTANCE_BYTES, "100");
        serve();
        Socket refused = send(header("Content-Length: 100000") + "--b0undary\r\nContent-Type: application/dicom\r\n\r\n"
                + "x".repeat(70_000));

        assertThat(refused.getInputStream().readNBytes(13)).asString().isEqualTo("HTTP/1.1 413 ");
        awaitStatus(413);
    }

    @Test
    void closesTheConnectionOfARefusedClientThatSendsOnForEver() throws Exception {
        serve();
        Socket slow =
                send("POST /studies HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n");
        trickle(slow);

        assertThat(response(slow)).startsWith("HTTP/1.1 415 ");
    }

    @Test
    void closesAConnectionWhoseHeaderSectionDoesNotEnd() throws Exception {
        serve();
        Socket half = send("POST /studies HTTP/1.1\r\nHost: ");
        trickle(half);

        assertThat(response(half)).isEmpty();
    }

    @Test
    void closesAConnectionWithoutARequest() throws Exception {
        serve();

        assertThat(response(send(""))).isEmpty();
    }

    @Test
    void letsConnectionsOverTheBoundWait() throws Exception {
        home.set(PushKeys.MAX_CONNECTIONS, "2").set(PushKeys.TIMEOUT, "60");
        serve();
        send("POST");
        send("POST");

        assertThatThrownBy(() ->
                        push.send(push.request("/studies", Push.STOW, body()).timeout(Duration.ofSeconds(2))))
                .isInstanceOf(HttpTimeoutException.class);
        for (Socket socket : sockets) {
            socket.close();
        }
        awaitStatus(200);
    }

    private BodyPublisher body() throws IOException {
        return BodyPublishers.ofByteArray(Push.multipart(instances.subList(0, 1)));
    }

    private void awaitStatus(int status) {
        Awaitility.await()
                .atMost(20, TimeUnit.SECONDS)
                .until(() -> push.stow(instances.subList(0, 1)).statusCode(), actual -> actual == status);
    }

    private static String header(String field) {
        return "POST /studies HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + Push.STOW + "\r\n" + field + "\r\n\r\n";
    }

    private Socket send(String text) throws IOException {
        Socket socket = new Socket("localhost", push.url("/").getPort());
        sockets.add(socket);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** A byte every 200 ms until the server has had enough. */
    private static void trickle(Socket socket) {
        Thread thread = new Thread(() -> Awaitility.await()
                .pollInterval(200, TimeUnit.MILLISECONDS)
                .forever()
                .until(() -> !write(socket)));
        thread.setDaemon(true);
        thread.start();
    }

    private static boolean write(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write('x');
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that comes until the server closes the connection. */
    private static String response(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            for (int one = socket.getInputStream().read();
                    one >= 0;
                    one = socket.getInputStream().read()) {
                text.append((char) one);
            }
        } catch (SocketException e) {
            // A reset, which comes behind the response.
            return text.toString();
        }
        return text.toString();
    }

    private void serve() throws Exception {
        push = Push.serve(home, folder.resolve("out"));
    }
}
