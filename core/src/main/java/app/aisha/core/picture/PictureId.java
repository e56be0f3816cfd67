package app.aisha.core.picture;

import java.util.UUID;

/** Identifies a picture; time-ordered (version 7), so later pictures have greater ids. */
public record PictureId(UUID value) {}
