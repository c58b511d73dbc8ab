package io.lidc.ingest.header;

import io.lidc.dicom.Header;
import io.lidc.model.Location;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.support.DefaultExchange;

/** Which objects are wanted, by their headers: a predicate of a Camel language over {@link HeaderAttributes}. */
public final class ObjectFilter {
    private final CamelContext context;
    private final String rule;
    private final Predicate predicate;

    /** @param rule in Camel's Simple language, {@code ${body.text('Modality')} == 'CT'} say */
    public ObjectFilter(CamelContext context, String rule) {
        this.context = context;
        this.rule = rule;
        this.predicate = context.resolveLanguage("simple").createPredicate(rule);
        predicate.init(context);
    }

    /** The rule in words: what it leaves out is kept on record with it. */
    public String rule() {
        return rule;
    }

    public boolean wants(Location location, Header header) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setBody(new HeaderAttributes(location, header));
        return predicate.matches(exchange);
    }
}
