package app.aisha.simulators.fal;

import java.net.URI;

/**
 * One attempt to deliver a webhook.
 *
 * @param attempt from 1
 * @param status what the receiver answered; 0 when it did not, or when nothing was sent
 * @param note why nothing was sent or no more will be; empty otherwise
 */
public record Delivery(String requestId, URI address, int attempt, int status, String note) {}
