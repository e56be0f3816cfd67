package app.aisha.core.digest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a language model claims of a transcript, before anything of it was checked. */
public sealed interface Draft {

    /**
     * One claim.
     *
     * @param quote some words of the transcript that are to bear it out
     * @param at where it is said to be
     */
    record Claim(String text, String quote, Optional<Duration> at) {}

    /**
     * A task that is said to have been given.
     *
     * @param due by when, in the words of the recording
     */
    record Task(
            String what,
            Optional<String> who,
            Optional<String> due,
            Optional<LocalDate> date,
            String quote,
            Optional<Duration> at) {}

    record Summary(List<Claim> points) implements Draft {

        public Summary {
            points = List.copyOf(points);
        }
    }

    record ToDo(List<Task> tasks) implements Draft {

        public ToDo {
            tasks = List.copyOf(tasks);
        }
    }

    record Protocol(
            List<String> participants,
            List<Claim> agenda,
            List<Claim> discussion,
            List<Claim> decisions,
            List<Task> tasks)
            implements Draft {

        public Protocol {
            participants = List.copyOf(participants);
            agenda = List.copyOf(agenda);
            discussion = List.copyOf(discussion);
            decisions = List.copyOf(decisions);
            tasks = List.copyOf(tasks);
        }
    }

    /** Empty where the model found no answer. */
    record Answer(List<Claim> claims) implements Draft {

        public Answer {
            claims = List.copyOf(claims);
        }
    }
}
