package app.aisha.simulators.telegram;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the simulator alone: {@code [--port N] [--data FOLDER] [--token TOKEN]... [--local]}. */
public final class Standalone {

    private Standalone() {}

    /**
     * Runs until the process ends.
     *
     * @throws IllegalArgumentException for an option it does not know
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (var simulator = TelegramSimulator.start(settings(List.of(arguments)))) {
            System.out.println("Telegram simulator: " + simulator.root());
            Thread.currentThread().join();
        }
    }

    static TelegramSimulator.Settings settings(List<String> arguments) {
        var settings = TelegramSimulator.Settings.inMemory();
        List<String> tokens = new ArrayList<>();
        for (var words = arguments.iterator(); words.hasNext(); ) {
            var option = words.next();
            if (option.equals("--local")) {
                settings = settings.withLocalMode();
                continue;
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException("Unknown option or missing value: " + option);
            }
            var value = words.next();
            switch (option) {
                case "--port" -> settings = settings.withPort(Integer.parseInt(value));
                case "--data" -> settings = settings.withData(Path.of(value));
                case "--token" -> tokens.add(value);
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }
        return settings.withTokens(tokens.toArray(String[]::new));
    }
}
