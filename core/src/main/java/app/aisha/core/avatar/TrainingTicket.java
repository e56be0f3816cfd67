package app.aisha.core.avatar;

import java.net.URI;

/**
 * By what a training is asked after. Addresses are those the trainer named, on the host the trainer is configured at.
 */
public record TrainingTicket(String requestId, URI status, URI result, URI cancel) {}
