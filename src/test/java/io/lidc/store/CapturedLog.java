package io.lidc.store;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** All that any logger says at any level, with its stack traces, until it is closed. */
final class CapturedLog extends AbstractAppender implements AutoCloseable {
    private static final String POOL = "com.zaxxer.hikari";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LogManager.getRootLogger();
    private final Level level = root.getLevel();
    private final Level poolLevel = LogManager.getLogger(POOL).getLevel();

    CapturedLog() {
        super("captured", null, null, true, Property.EMPTY_ARRAY);
        start();
        root.addAppender(this);
        Configurator.setRootLevel(Level.ALL);
        Configurator.setLevel(POOL, Level.ALL);
    }

    @Override
    public void append(LogEvent event) {
        lines.add(event.getMessage().getFormattedMessage() + trace(event.getThrown()));
    }

    String text() {
        return String.join("\n", lines);
    }

    /** A throwable as a log prints it; nothing for none. */
    static String trace(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Override
    public void close() {
        root.removeAppender(this);
        Configurator.setRootLevel(level);
        Configurator.setLevel(POOL, poolLevel);
        stop();
    }
}
