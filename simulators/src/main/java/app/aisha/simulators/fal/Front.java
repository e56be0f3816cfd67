package app.aisha.simulators.fal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;

/** The door of the service: reads the request, shows a fault or the right answer, and keeps the call. */
final class Front implements HttpHandler {
    private final Routes routes;
    private final Faults faults;
    private final Misbehaviour misbehaviour;
    private final CallLog log;

    Front(Routes routes, Faults faults, Misbehaviour misbehaviour, CallLog log) {
        this.routes = routes;
        this.faults = faults;
        this.misbehaviour = misbehaviour;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = Request.read(exchange);
            var route = routes.of(request);
            var reply = faults.take(route.point(), request.path())
                    .map(fault -> misbehaviour.show(fault, () -> route.answer(request)))
                    .orElseGet(() -> route.answer(request));
            log.add(request, route.point(), reply.status());
            reply.send(exchange);
        }
    }
}
