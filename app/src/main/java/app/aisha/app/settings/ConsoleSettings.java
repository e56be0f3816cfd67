package app.aisha.app.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the commands need that look after people and their credits.
 *
 * @param database empty where it is the sandbox's own
 * @param data folder of the sandbox
 */
public record ConsoleSettings(Optional<Settings.Database> database, Path data, House house) {}
