package io.lidc.app;

import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import io.lidc.ingest.FailureThreshold;
import io.lidc.ingest.IngestKeys;
import io.lidc.store.MetadataStore;
import io.lidc.stow.AdmissionHandler;
import io.lidc.stow.ErrorResponses;
import io.lidc.stow.PushKeys;
import io.lidc.stow.PushLimits;
import io.lidc.stow.PushRun;
import io.lidc.stow.PushedArchives;
import io.lidc.stow.StowService;
import io.lidc.stow.StreamingUndertowComponent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.camel.main.Main;

/** From the settings to the service that takes pushed objects. */
final class PushSetup {
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
        ErrorResponses errorResponses = new ErrorResponses();
        MetadataStore store = main.lookup("metadataStore", MetadataStore.class);
        PushRun run = run(main, store);
        StreamingUndertowComponent component = new StreamingUndertowComponent(limits, run::end);
        component.setUseGlobalSslContextParameters(settings.get(PushKeys.TLS));
        main.bind("stow", component);
        main.bind("errorResponses", errorResponses);
        main.bind(
                "admissionHandler",
                new AdmissionHandler(
                        ServerToken.of(settings, PushKeys.TOKEN, PushKeys.HOST, "push"), limits, errorResponses));
        main.bind("pushRun", run);
        main.bind("stowService", service(wiring, store, limits));
    }

    private PushRun run(Main main, MetadataStore store) {
        FailureThreshold threshold = new FailureThreshold(settings.get(IngestKeys.FAILURE_THRESHOLD));
        return new PushRun(
                store, ended -> main.getCamelTemplate().sendBody("direct:run-end", ended.ended(threshold)), (int)
                        settings.get(PushKeys.RUN_IDLE).toSeconds());
    }

    private StowService service(Wiring wiring, MetadataStore store, PushLimits limits) throws UsageException {
        try {
            return new StowService(
                    source -> wiring.headerReader().read(source),
                    new PushedArchives(wiring.archives(), wiring.sources(), wiring.pushed()),
                    store,
                    limits,
                    settings.get(PushKeys.KEEP).map(Path::toString).orElse(""));
        } catch (IOException e) {
            throw new UsageException("push has no folder for the objects that arrive: " + e, e);
        }
    }

    /** What the routes and TLS need beyond the settings. */
    void configure(Properties properties) {
        boolean tls = settings.get(PushKeys.TLS);
        properties.setProperty("push.scheme", tls ? "https" : "http");
        if (tls && settings.get(PushKeys.ENABLED)) {
            properties.setProperty("camel.ssl.enabled", "true");
            properties.setProperty(
                    "camel.ssl.keyStore", "file:" + properties.getProperty(PushKeys.TLS_KEYSTORE.name()));
            properties.setProperty("camel.ssl.keystorePassword", settings.secret(PushKeys.TLS_PASSWORD));
            properties.setProperty("camel.ssl.keyStoreType", "PKCS12");
        }
    }
}
