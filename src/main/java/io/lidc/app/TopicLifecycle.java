package io.lidc.app;

import io.lidc.kafka.Topic;
import io.lidc.kafka.TopicWatch;
import io.lidc.kafka.TopicWorker;
import org.apache.camel.CamelContext;
import org.apache.camel.support.LifecycleStrategySupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic's part in start and stop. At the stop, the worker's route ends before all others: its run ends while the routes are there that
 * the end goes through.
 */
final class TopicLifecycle extends LifecycleStrategySupport {
    private static final Logger LOG = LoggerFactory.getLogger(TopicLifecycle.class);

    private final String route;
    private final TopicWatch watch;
    private final TopicWorker worker;
    private final Topic topic;

    /** @param route id of the worker's route */
    TopicLifecycle(String route, TopicWatch watch, TopicWorker worker, Topic topic) {
        this.route = route;
        this.watch = watch;
        this.worker = worker;
        this.topic = topic;
    }

    /** Creates the topic before a route asks for it. */
    @Override
    public void onContextStarting(CamelContext context) {
        try {
            watch.look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onContextStopping(CamelContext context) {
        try {
            if (context.getRoute(route) != null) {
                context.getRouteController().stopRoute(route);
            }
        } catch (Exception e) {
            LOG.warn("Route {} did not stop in order: {}", route, e.getMessage());
        }
        worker.end();
        topic.close();
    }
}
