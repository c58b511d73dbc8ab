package io.lidc.app;

import io.lidc.config.UsageException;
import io.lidc.ingest.LogContext;
import io.sentry.Sentry;
import io.sentry.SentryEvent;
import io.sentry.SentryOptions;
import io.sentry.protocol.Message;
import io.sentry.protocol.SentryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Errors that the log tells go to Sentry as well, see config/log4j2-sentry.xml. An event is made anew of what is allowed to leave: level,
 * logger, the message without its values, types and stack traces of exceptions without their messages, release, run, route and error code.
 * Nobody loads this class but where SENTRY_DSN is set.
 */
public final class ErrorTracking {
    private static final int FLUSH_MILLISECONDS = 5_000;
    private static final Map<String, String> TAGS = Map.of(
            LogContext.RUN, "run",
            LogContext.ROUTE, "route",
            LogContext.CODE, "code");

    private ErrorTracking() {}

    /**
     * Before the first line is logged.
     *
     * @throws UsageException where the address is none
     */
    public static void start(String dsn, String release) throws UsageException {
        try {
            Sentry.init(options -> configure(options, dsn, release));
        } catch (IllegalArgumentException e) {
            throw new UsageException("the environment variable SENTRY_DSN is no DSN of Sentry", e);
        }
    }

    private static void configure(SentryOptions options, String dsn, String release) {
        options.setDsn(dsn);
        options.setRelease("lidc-pipeline@" + release);
        options.setEnableExternalConfiguration(false);
        options.setSendDefaultPii(false);
        options.setAttachServerName(false);
        options.setEnableUncaughtExceptionHandler(false);
        options.setMaxBreadcrumbs(0);
        options.setSendModules(false);
        options.setEnableAutoSessionTracking(false);
        options.setShutdownTimeoutMillis(FLUSH_MILLISECONDS);
        TAGS.keySet().forEach(options::addContextTag);
        options.setBeforeSend((event, hint) -> scrubbed(event));
    }

    private static SentryEvent scrubbed(SentryEvent event) {
        SentryEvent allowed = new SentryEvent(event.getTimestamp());
        allowed.setEventId(event.getEventId());
        allowed.setLevel(event.getLevel());
        allowed.setLogger(event.getLogger());
        allowed.setRelease(event.getRelease());
        allowed.setPlatform(event.getPlatform());
        Map<String, String> tags = tags(event);
        String template = event.getMessage() == null
                ? ""
                : String.valueOf(event.getMessage().getMessage());
        Message message = new Message();
        message.setMessage(template);
        message.setFormatted(tags.containsKey("code") ? tags.get("code") : template);
        allowed.setMessage(message);
        allowed.setTags(tags);
        allowed.setExceptions(exceptions(event));
        allowed.setFingerprints(List.of(String.valueOf(event.getLogger()), tags.getOrDefault("code", template)));
        return allowed;
    }

    private static Map<String, String> tags(SentryEvent event) {
        Map<String, String> tags = new HashMap<>();
        TAGS.forEach((label, tag) -> {
            String value = event.getTag(label);
            if (value != null) {
                tags.put(tag, value);
            }
        });
        return tags;
    }

    /** Messages of exceptions may name what was read. */
    private static List<SentryException> exceptions(SentryEvent event) {
        List<SentryException> exceptions = new ArrayList<>();
        for (SentryException exception :
                event.getExceptions() == null ? List.<SentryException>of() : event.getExceptions()) {
            SentryException allowed = new SentryException();
            allowed.setType(exception.getType());
            allowed.setModule(exception.getModule());
            allowed.setStacktrace(exception.getStacktrace());
            exceptions.add(allowed);
        }
        return exceptions;
    }

    /** Sends what waits, for some seconds at the most. */
    public static void close() {
        Sentry.flush(FLUSH_MILLISECONDS);
        Sentry.close();
    }
}
