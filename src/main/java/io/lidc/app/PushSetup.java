package io.lidc.app;

import io.lidc.config.Setting;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.dicom.HeaderReader;
import io.lidc.source.archive.Archives;
import io.lidc.store.MetadataStore;
import io.lidc.stow.AdmissionHandler;
import io.lidc.stow.BearerToken;
import io.lidc.stow.ClientLimits;
import io.lidc.stow.ErrorResponses;
import io.lidc.stow.PushLimits;
import io.lidc.stow.PushRun;
import io.lidc.stow.StoredRunEnd;
import io.lidc.stow.StowService;
import io.lidc.stow.StreamingUndertowComponent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** From the settings to the service that takes pushed objects. */
final class PushSetup {
    private static final int MAX_CHUNK = 100;
    private static final int MIN_TOKEN_LENGTH = 16;

    private PushSetup() {}

    static boolean isEnabled(Properties properties) {
        return Boolean.parseBoolean(properties.getProperty(Setting.PUSH_ENABLED.key()));
    }

    /** Puts the beans of the push routes into place. */
    static void bind(Main main, Settings settings, Archives archives, DataSource dataSource) throws UsageException {
        PushLimits limits = limits(settings);
        ErrorResponses errorResponses = new ErrorResponses();
        MetadataStore store = new MetadataStore(dataSource);
        PushRun run = new PushRun(store, new StoredRunEnd(store), settings.number(Setting.PUSH_RUN_IDLE_SECONDS));
        main.bind("stow", component(settings, limits, run));
        main.bind("errorResponses", errorResponses);
        main.bind("admissionHandler", new AdmissionHandler(token(settings), limits, errorResponses));
        main.bind("pushRun", run);
        main.bind("stowService", stowService(settings, reader(main), archives, store, limits));
    }

    private static StreamingUndertowComponent component(Settings settings, PushLimits limits, PushRun run) {
        StreamingUndertowComponent component = new StreamingUndertowComponent(limits, run::end);
        component.setUseGlobalSslContextParameters(Boolean.parseBoolean(settings.get(Setting.PUSH_TLS)));
        return component;
    }

    private static StowService stowService(
            Settings settings, HeaderReader reader, Archives archives, MetadataStore store, PushLimits limits)
            throws UsageException {
        try {
            return new StowService(reader, archives, store, limits, settings.get(Setting.PUSH_KEEP));
        } catch (IOException e) {
            throw new UsageException("push has no folder for the objects that arrive: " + e, e);
        }
    }

    private static PushLimits limits(Settings settings) {
        return new PushLimits(
                settings.number(Setting.PUSH_MAX_REQUESTS),
                settings.number(Setting.PUSH_MAX_PARTS),
                settings.longNumber(Setting.PUSH_MAX_REQUEST_BYTES),
                settings.longNumber(Setting.PUSH_MAX_INSTANCE_BYTES),
                Math.min(MAX_CHUNK, settings.number(Setting.INGEST_CHUNK_SIZE)),
                new ClientLimits(
                        settings.number(Setting.PUSH_MAX_CONNECTIONS),
                        settings.number(Setting.PUSH_PATIENCE_SECONDS),
                        settings.number(Setting.PUSH_MIN_BYTES_PER_SECOND),
                        settings.number(Setting.PUSH_MAX_CONTENT_SECONDS)));
    }

    /** The beans of the configuration are made when the routes start. */
    private static HeaderReader reader(Main main) {
        return source -> main.lookup("headerReader", HeaderReader.class).read(source);
    }

    private static BearerToken token(Settings settings) throws UsageException {
        String token = settings.secrets().pushToken();
        if (token.isEmpty() && !isLoopback(settings.get(Setting.PUSH_HOST))) {
            throw new UsageException(
                    "the setting " + Setting.PUSH_HOST.key() + " is no loopback address; then a token of "
                            + MIN_TOKEN_LENGTH
                            + " characters or more must be in the environment variable PUSH_TOKEN, or in the file of "
                            + Setting.PUSH_TOKEN_FILE.key());
        }
        if (!token.isEmpty() && token.length() < MIN_TOKEN_LENGTH) {
            throw new UsageException("the token for push has less than " + MIN_TOKEN_LENGTH + " characters");
        }
        return new BearerToken(token);
    }

    private static boolean isLoopback(String host) throws UsageException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UsageException("the setting " + Setting.PUSH_HOST.key() + " names no host: " + host, e);
        }
    }

    /** What the routes and TLS need beyond the settings. */
    static void configure(Properties properties, Settings settings) {
        boolean tls = Boolean.parseBoolean(properties.getProperty(Setting.PUSH_TLS.key()));
        properties.setProperty("push.scheme", tls ? "https" : "http");
        if (tls && isEnabled(properties)) {
            properties.setProperty("camel.ssl.enabled", "true");
            properties.setProperty(
                    "camel.ssl.keyStore", "file:" + properties.getProperty(Setting.PUSH_TLS_KEYSTORE.key()));
            properties.setProperty(
                    "camel.ssl.keystorePassword", settings.secrets().pushKeystore());
            properties.setProperty("camel.ssl.keyStoreType", "PKCS12");
        }
    }
}
