package app.aisha.core.digest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a digest says. Every statement and task in it was found in the transcript; texts are in the language of the
 * transcript, unescaped, and name speakers by their labels ({@code S1}), so that a name given later shows everywhere.
 */
public sealed interface Content {

    /** What is to be done, where the content has such a part. */
    default List<Task> tasks() {
        return List.of();
    }

    /**
     * One thing that was said.
     *
     * @param text one line
     * @param at where the recording says so; empty where the transcript has no times
     */
    record Statement(String text, Optional<Duration> at) {}

    /**
     * Something to be done.
     *
     * @param what one line
     * @param who a label or a name that was said; empty where nobody was named
     * @param at where the recording says so; empty where the transcript has no times
     * @param done ticked off by the owner
     */
    record Task(String what, Optional<String> who, Optional<Due> due, Optional<Duration> at, boolean done) {

        Task ticked(boolean now) {
            return new Task(what, who, due, at, now);
        }
    }

    /**
     * By when.
     *
     * @param words as it was said
     * @param date the day meant, where it follows from the words and the day of the recording
     */
    record Due(String words, Optional<LocalDate> date) {}

    /** Never empty. */
    record Summary(List<Statement> points) implements Content {

        public Summary {
            points = List.copyOf(points);
        }
    }

    /** Empty where nothing is to be done. */
    record ToDo(List<Task> tasks) implements Content {

        public ToDo {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * Parts may be empty, but not all of them.
     *
     * @param participants labels or names that were said
     */
    record Protocol(
            List<String> participants,
            List<Statement> agenda,
            List<Statement> discussion,
            List<Statement> decisions,
            List<Task> tasks)
            implements Content {

        public Protocol {
            participants = List.copyOf(participants);
            agenda = List.copyOf(agenda);
            discussion = List.copyOf(discussion);
            decisions = List.copyOf(decisions);
            tasks = List.copyOf(tasks);
        }
    }

    /** Empty where the transcript does not answer the question. */
    record Answer(List<Statement> statements) implements Content {

        public Answer {
            statements = List.copyOf(statements);
        }
    }
}
