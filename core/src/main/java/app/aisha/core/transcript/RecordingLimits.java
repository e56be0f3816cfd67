package app.aisha.core.transcript;

import java.time.Duration;

/**
 * What is taken in.
 *
 * @param bytes largest file
 * @param length longest recording
 */
public record RecordingLimits(long bytes, Duration length) {}
