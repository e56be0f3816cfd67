package app.aisha.bot.intake;

import java.time.Duration;

/** Growing pauses between tries. For one thread. */
final class Pause {

    private static final Duration SHORTEST = Duration.ofMillis(20);
    private static final Duration LONGEST_FOR_ANOTHER = Duration.ofMillis(250);
    private static final Duration SHORTEST_FOR_DATABASE = Duration.ofMillis(100);
    private static final Duration LONGEST_FOR_DATABASE = Duration.ofSeconds(5);

    private Duration next = SHORTEST;

    /** Another instance handles the chat: that takes milliseconds. */
    void forAnotherInstance() throws InterruptedException {
        pass(SHORTEST, LONGEST_FOR_ANOTHER);
    }

    void forTheDatabase() throws InterruptedException {
        pass(SHORTEST_FOR_DATABASE, LONGEST_FOR_DATABASE);
    }

    /** The next pause is a short one again. */
    void over() {
        next = SHORTEST;
    }

    private void pass(Duration least, Duration most) throws InterruptedException {
        var pause = next.compareTo(least) < 0 ? least : next.compareTo(most) > 0 ? most : next;
        Thread.sleep(pause);
        next = pause.multipliedBy(2);
    }
}
