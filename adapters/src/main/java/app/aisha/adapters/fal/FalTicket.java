package app.aisha.adapters.fal;

import app.aisha.core.avatar.TrainingTicket;
import app.aisha.core.picture.PaintingTicket;
import java.net.URI;

/** By what a request is asked after, whatever it is for. */
record FalTicket(String requestId, URI status, URI result, URI cancel) {

    static FalTicket of(TrainingTicket ticket) {
        return new FalTicket(ticket.requestId(), ticket.status(), ticket.result(), ticket.cancel());
    }

    static FalTicket of(PaintingTicket ticket) {
        return new FalTicket(ticket.requestId(), ticket.status(), ticket.result(), ticket.cancel());
    }

    TrainingTicket forTraining() {
        return new TrainingTicket(requestId, status, result, cancel);
    }

    PaintingTicket forPainting() {
        return new PaintingTicket(requestId, status, result, cancel);
    }
}
