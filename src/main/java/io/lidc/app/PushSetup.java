package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.IngestKeys;
import io.lidc.store.MetadataStore;
import io.lidc.stow.AdmissionHandler;
import io.lidc.stow.BearerToken;
import io.lidc.stow.ErrorResponses;
import io.lidc.stow.PushKeys;
import io.lidc.stow.PushLimits;
import io.lidc.stow.PushRun;
import io.lidc.stow.StowService;
import io.lidc.stow.StreamingUndertowComponent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.main.Main;

/** From the settings to the service that takes pushed objects. */
final class PushSetup {
    private static final int MIN_TOKEN_LENGTH = 16;

    private final Settings settings;

    PushSetup(Settings settings) {
        this.settings = settings;
    }

    /** Puts the beans of the push routes into place, where clients may push. */
    void bind(Main main, Wiring wiring) throws UsageException {
        if (!settings.get(PushKeys.ENABLED)) {
            return;
        }
        PushLimits limits = PushKeys.limits(settings, settings.get(IngestKeys.CHUNK_SIZE));
        ErrorResponses refusals = new ErrorResponses();
        MetadataStore store = main.lookup("metadataStore", MetadataStore.class);
        main.bind("undertow", new StreamingUndertowComponent(limits));
        main.bind("errorResponses", refusals);
        main.bind("admissionHandler", new AdmissionHandler(token(), limits, refusals));
        main.bind("pushRun", new PushRun(store));
        String keep = settings.get(PushKeys.KEEP).map(Path::toString).orElse("");
        main.bind(
                "stowService",
                new StowService(
                        source -> wiring.headerReader().read(source),
                        wiring.archives(),
                        wiring.sources(),
                        wiring.pushed(),
                        store,
                        limits,
                        keep));
    }

    private BearerToken token() throws UsageException {
        String token = settings.secret(PushKeys.TOKEN);
        if (token.isEmpty() && !isLoopback(settings.get(PushKeys.HOST))) {
            throw new UsageException("the setting " + PushKeys.HOST + " is no loopback address; then a token of "
                    + MIN_TOKEN_LENGTH
                    + " characters or more must be " + PushKeys.TOKEN.places());
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
            throw new UsageException("the setting " + PushKeys.HOST + " names no host: " + host, e);
        }
    }

    /** What the routes and TLS need beyond the settings. */
    void configure(Properties properties) {
        boolean tls = settings.get(PushKeys.TLS);
        properties.setProperty("push.scheme", tls ? "https" : "http");
        if (tls && settings.get(PushKeys.ENABLED)) {
            properties.setProperty("camel.component.undertow.use-global-ssl-context-parameters", "true");
            properties.setProperty("camel.ssl.enabled", "true");
            properties.setProperty(
                    "camel.ssl.keyStore", "file:" + properties.getProperty(PushKeys.TLS_KEYSTORE.name()));
            properties.setProperty("camel.ssl.keystorePassword", settings.secret(PushKeys.TLS_PASSWORD));
            properties.setProperty("camel.ssl.keyStoreType", "PKCS12");
        }
    }
}
