package app.aisha.core.transcript;

import java.util.UUID;

/** Identifies a transcript; time-ordered (version 7), so later transcripts have greater ids. */
public record TranscriptId(UUID value) {}
