package app.aisha.simulators.openai;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Which server is being played, and how many calls it is answering. Thread-safe. */
final class Personas {

    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore single = new Semaphore(1);
    private volatile Persona persona = Persona.OPENAI;

    Persona now() {
        return persona;
    }

    void become(Persona other) {
        persona = other;
    }

    /** Begins to answer a call; whisper.cpp lets the others wait. */
    Turn turn() {
        var others = underWay.getAndIncrement();
        var alone = persona == Persona.WHISPERCPP;
        if (alone) {
            single.acquireUninterruptibly();
        }
        return new Turn(others, alone);
    }

    /** One call being answered; closing it ends that. */
    final class Turn implements AutoCloseable {

        private final int others;
        private final boolean alone;

        private Turn(int others, boolean alone) {
            this.others = others;
            this.alone = alone;
        }

        int others() {
            return others;
        }

        @Override
        public void close() {
            underWay.decrementAndGet();
            if (alone) {
                single.release();
            }
        }
    }
}
