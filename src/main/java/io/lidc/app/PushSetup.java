package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.dicom.HeaderReader;
import io.lidc.ingest.IngestKeys;
import io.lidc.source.archive.Archives;
import io.lidc.store.MetadataStore;
import io.lidc.stow.BearerToken;
import io.lidc.stow.PushDesk;
import io.lidc.stow.PushGate;
import io.lidc.stow.PushKeys;
import io.lidc.stow.PushLimits;
import io.lidc.stow.PushRun;
import io.lidc.stow.PushServer;
import io.lidc.stow.Refusals;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.main.Main;

/** From the settings to the service that takes pushed objects. */
final class PushSetup {
    private static final int LEAST_TOKEN_LENGTH = 16;

    private PushSetup() {}

    static boolean isEnabled(Properties properties) {
        return Boolean.parseBoolean(properties.getProperty(PushKeys.ENABLED.name()));
    }

    /** Puts the beans of the push routes into place. */
    static void bind(Main main, Settings settings, Archives archives, DataSource dataSource) throws UsageException {
        PushLimits limits = PushKeys.limits(settings, settings.get(IngestKeys.CHUNK_SIZE));
        Refusals refusals = new Refusals();
        MetadataStore store = new MetadataStore(dataSource);
        main.bind("undertow", new PushServer(limits));
        main.bind("pushRefusals", refusals);
        main.bind("pushGate", new PushGate(token(settings), limits, refusals));
        main.bind("pushRun", new PushRun(store));
        String keep = settings.get(PushKeys.KEEP).map(Path::toString).orElse("");
        main.bind("pushDesk", new PushDesk(reader(main), archives, store, limits, keep));
    }

    /** The beans of the configuration are made when the routes start. */
    private static HeaderReader reader(Main main) {
        return source -> main.lookup("headerReader", HeaderReader.class).read(source);
    }

    private static BearerToken token(Settings settings) throws UsageException {
        String token = settings.secret(PushKeys.TOKEN);
        if (token.isEmpty() && !isLoopback(settings.get(PushKeys.HOST))) {
            throw new UsageException("the setting " + PushKeys.HOST + " is no loopback address; then a token of "
                    + LEAST_TOKEN_LENGTH
                    + " characters or more must be " + PushKeys.TOKEN.places());
        }
        if (!token.isEmpty() && token.length() < LEAST_TOKEN_LENGTH) {
            throw new UsageException("the token for push has less than " + LEAST_TOKEN_LENGTH + " characters");
        }
        return new BearerToken(token);
    }

    private static boolean isLoopback(String host) throws UsageException {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new UsageException("the setting " + PushKeys.HOST + " names no host: " + host, e);
        }
    }

    /** What the routes and TLS need beyond the settings. */
    static void configure(Properties properties, Settings settings) {
        boolean tls = Boolean.parseBoolean(properties.getProperty(PushKeys.TLS.name()));
        properties.setProperty("push.scheme", tls ? "https" : "http");
        if (tls && isEnabled(properties)) {
            properties.setProperty("camel.component.undertow.use-global-ssl-context-parameters", "true");
            properties.setProperty("camel.ssl.enabled", "true");
            properties.setProperty(
                    "camel.ssl.keyStore", "file:" + properties.getProperty(PushKeys.TLS_KEYSTORE.name()));
            properties.setProperty("camel.ssl.keystorePassword", settings.secret(PushKeys.TLS_PASSWORD));
            properties.setProperty("camel.ssl.keyStoreType", "PKCS12");
        }
    }
}
