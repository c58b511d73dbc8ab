package io.lidc.app;

import io.lidc.alert.AlertEvent;
import io.lidc.alert.DeliveryFailure;
import io.lidc.alert.channel.Answer;
import io.lidc.alert.channel.Channel;
import io.lidc.config.Settings;
import io.lidc.config.UsageException;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The routes of the enabled channels of alerts, and no others. The database is not asked. */
public final class AlertChannels implements AutoCloseable {
    private final Pipeline pipeline;
    private final ProducerTemplate template;

    private AlertChannels(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.template = pipeline.template();
    }

    /** Starts them. */
    public static AlertChannels start(Settings settings, DataSource dataSource) throws UsageException {
        Properties properties = settings.toProperties();
        properties.setProperty(
                Pipeline.ROUTES,
                Channel.enabled(settings).stream()
                        .map(channel ->
                                "file:" + settings.home() + "/routes/service/alert-" + channel.word() + ".camel.yaml")
                        .collect(Collectors.joining(",")));
        AlertSetup alerts = new AlertSetup(settings);
        alerts.configure(properties);
        return new AlertChannels(Pipeline.start(settings, properties, dataSource, alerts::bindChannels));
    }

    /**
     * Tells a channel of an event.
     *
     * @return what came back: the status of an answer and the start of its text
     * @throws DeliveryException when it was not taken, with the reason
     */
    public String tell(Channel channel, AlertEvent event) throws Exception {
        Exchange done = template.request(
                channel.endpoint(), exchange -> exchange.getMessage().setBody(event));
        if (done.getException() != null) {
            throw new DeliveryException(DeliveryFailure.of(done.getException()).reason(), done.getException());
        }
        return Answer.of(done.getMessage());
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
