package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** At shutdown, too, what the end of a run does goes through a route. */
class ServerStopTest {

    @Test
    void leavesTheOtherRoutesRunningUntilItHasStopped() throws Exception {
        List<Object> ended = new ArrayList<>();
        int port = Push.freePort();
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            PushLimits limits = new PushLimits(1, 1, 1_000, 1_000, 1, new ClientLimits(10, 10, 1, 10));
            context.addComponent("stow", new StreamingUndertowComponent(limits, () -> context.createProducerTemplate()
                    .sendBody("direct:run-end", "the run")));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("stow:http://localhost:" + port + "/")
                            .startupOrder(100_000)
                            .setBody(constant("stored"));
                    from("direct:run-end")
                            .process(exchange -> ended.add(exchange.getMessage().getBody()));
                }
            });
            context.start();
        }

        assertThat(ended).containsExactly("the run");
    }
}
