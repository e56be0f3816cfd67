package app.aisha.core.picture;

import java.net.URI;

/**
 * By what a painting is asked after. Addresses are those the painter named, on the host the painter is configured at.
 */
public record PaintingTicket(String requestId, URI status, URI result, URI cancel) {}
