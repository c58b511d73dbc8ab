package io.lidc.soak;

import io.lidc.soak.files.Generation;
import io.lidc.soak.files.Generations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;

/** Pushes objects, and repeats each request until it is answered: what was not acknowledged is safe to send again. */
final class PushLoad implements Callable<Void> {
    private static final int PERIOD = 20_000;
    private static final int ZIPPED = 50;
    private static final int PARTS = 10;
    private static final int SINGLES = 30;
    private static final String CONFLICT = "trouble/other-window.dcm";
    /** All objects stored, some, or none: each has its outcome. */
    private static final Set<Integer> ANSWERS = Set.of(200, 202, 409);

    private static final Set<Integer> LATER = Set.of(429, 503);

    private final SoakClock clock;
    private final Ledger ledger;
    private final Generations generations;
    private final int port;
    private final int first;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicBoolean cut = new AtomicBoolean();
    private final Map<String, Integer> answers = new ConcurrentSkipListMap<>();

    /** @param first number of its generations */
    PushLoad(SoakClock clock, Ledger ledger, Generations generations, int port, int first) {
        this.clock = clock;
        this.ledger = ledger;
        this.generations = generations;
        this.port = port;
        this.first = first;
    }

    /** How often there was which answer. */
    Map<String, Integer> answers() {
        return new TreeMap<>(answers);
    }

    /** Breaks the connection in the middle of the next request, before that is sent as a whole. */
    void cutNext() {
        cut.set(true);
    }

    @Override
    public Void call() throws Exception {
        for (int number = first; !clock.isOver(); number++) {
            Generation generation = generations.generation(number);
            String prefix = "push/g%09d/".formatted(number);
            Iterator<Map.Entry<String, byte[]>> files = generation.originals().entrySet().stream()
                    .filter(file -> file.getValue().length > 0)
                    .iterator();
            send(PushRequest.zip(prefix + "a.zip", next(ZIPPED, "", files)));
            for (int single = 0; single < SINGLES; single++) {
                next(1, prefix, files).forEach((name, bytes) -> send(PushRequest.single(name, bytes)));
            }
            while (files.hasNext()) {
                send(PushRequest.multipart(next(PARTS, prefix, files)));
            }
            sendConflict(prefix, generation);
            clock.pause(PERIOD);
        }
        return null;
    }

    /** Of the copies, the one with other bytes: equal bytes are one object to push. */
    private void sendConflict(String prefix, Generation generation) {
        generation.copies().forEach((name, bytes) -> {
            if (name.equals(CONFLICT)) {
                send(PushRequest.single(prefix + name, bytes));
            }
        });
    }

    private static Map<String, byte[]> next(int count, String prefix, Iterator<Map.Entry<String, byte[]>> files) {
        Map<String, byte[]> next = new TreeMap<>();
        while (next.size() < count && files.hasNext()) {
            Map.Entry<String, byte[]> file = files.next();
            next.put(prefix + file.getKey(), file.getValue());
        }
        return next;
    }

    /** Returns when it is answered. */
    void send(PushRequest request) {
        try {
            request.enter(ledger);
        } catch (IOException e) {
            throw new IllegalStateException("the ledger cannot be written", e);
        }
        Awaitility.await()
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(300))
                .atMost(Duration.ofMinutes(5))
                .until(() -> isAnswered(request));
    }

    private boolean isAnswered(PushRequest request) throws InterruptedException {
        try {
            if (cut.getAndSet(false)) {
                sendHalf(request);
            }
            int status = client.send(http(request), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            count(Integer.toString(status));
            if (!ANSWERS.contains(status) && !LATER.contains(status)) {
                throw new IllegalStateException(request.objects().keySet() + " are answered with status " + status);
            }
            return ANSWERS.contains(status);
        } catch (IOException e) {
            count("none");
            return false;
        }
    }

    private void sendHalf(PushRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.half());
        }
    }

    private HttpRequest http(PushRequest request) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + request.path()))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", request.contentType())
                .POST(BodyPublishers.ofByteArray(request.body()))
                .build();
    }

    private void count(String answer) {
        answers.merge(answer, 1, Integer::sum);
    }
}
