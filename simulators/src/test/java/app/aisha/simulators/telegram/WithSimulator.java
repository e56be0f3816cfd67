package app.aisha.simulators.telegram;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulator and a client for each test. */
abstract class WithSimulator {

    TelegramSimulator simulator;
    Client client;

    @BeforeEach
    void startSimulator() throws IOException {
        simulator = TelegramSimulator.start(settings());
        client = new Client(simulator.root());
    }

    @AfterEach
    void stopSimulator() {
        client.close();
        simulator.close();
    }

    TelegramSimulator.Settings settings() {
        return TelegramSimulator.Settings.inMemory();
    }
}
