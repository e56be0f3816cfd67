package app.aisha.app.doctor;

import app.aisha.core.checkup.Checkup;
import app.aisha.core.checkup.Finding;
import java.util.List;

/**
 * Whether Java and memory are enough.
 *
 * @param heap the most that Java takes for objects, in bytes
 * @param memory of the machine or its container, in bytes
 * @param model what a speech model takes beside the heap, in bytes; 0 without one
 */
record Machine(long heap, long memory, long model) implements Checkup {

    /** Threads, code, buffers and one ffmpeg. */
    private static final long BESIDE = 400L << 20;

    private static final long LEAST_HEAP = 256L << 20;

    @Override
    public String subject() {
        return "machine";
    }

    @Override
    public List<Finding> findings() {
        var needed = heap + BESIDE + model;
        var sentence = "%d MB of memory; heap %d, beside it some %d"
                .formatted(memory >> 20, heap >> 20, (needed - heap) >> 20);
        return List.of(
                Finding.fine("Java", "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor", "?"))),
                needed > memory
                        ? Finding.wrong(
                                "memory", sentence, "give the machine or container more, or lower AISHA_MEMORY (-Xmx)")
                        : heap < LEAST_HEAP
                                ? Finding.doubtful("memory", sentence, "raise AISHA_MEMORY (-Xmx) to 256m or more")
                                : Finding.fine("memory", sentence));
    }
}
