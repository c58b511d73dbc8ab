package io.lidc.ingest.replay;

import io.lidc.model.ReplayRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** A request for replay as the URI of a source: {@code replay:}, {@code replay:code=TRUNCATED,since=2026-01-31T00:00:00Z}. */
public final class ReplayUri {
    static final String SCHEME = "replay:";

    private ReplayUri() {}

    /** The URI of a request. */
    public static String of(ReplayRequest request) {
        List<String> conditions = new ArrayList<>();
        if (request.code() != null) {
            conditions.add("code=" + request.code());
        }
        if (request.run() != null) {
            conditions.add("run=" + request.run());
        }
        if (request.since() != null) {
            conditions.add("since=" + request.since());
        }
        return SCHEME + String.join(",", conditions);
    }

    /** @throws IllegalArgumentException in words for the person who wrote it */
    static ReplayRequest parse(String uri) {
        ReplayRequest request = ReplayRequest.ALL;
        for (String condition : uri.substring(SCHEME.length()).split(",")) {
            request = condition.isBlank() ? request : with(request, condition.strip());
        }
        return request;
    }

    private static ReplayRequest with(ReplayRequest request, String condition) {
        String value = condition.substring(condition.indexOf('=') + 1);
        return switch (condition.substring(0, Math.max(0, condition.indexOf('=')))) {
            case "code" -> new ReplayRequest(value, request.run(), request.since());
            case "run" -> new ReplayRequest(request.code(), value, request.since());
            case "since" -> new ReplayRequest(request.code(), request.run(), time(value));
            default -> throw new IllegalArgumentException("a replay knows code=, run= and since=, not " + condition);
        };
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a time such as 2026-01-31T14:05:06Z: " + text, e);
        }
    }
}
