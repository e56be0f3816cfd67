package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Finds transcripts by their titles, file names and texts. Forms of a Russian or English word are one word, ё is е, and case
 * makes no difference. Thread-safe; takes part in the caller's transaction.
 */
public interface TranscriptSearch {

    /**
     * A page of the owner's transcripts that have what is looked for, newest first; a term may be in the title and another in
     * the text. Empty where the words say nothing, such as “and the”.
     *
     * @param from the newest one to show; empty for the first page
     */
    Optional<Page> search(UserId owner, SearchQuery query, Optional<TranscriptId> from, int size);

    /**
     * A page of what was found.
     *
     * @param newer where the page before this one begins; empty on the first page
     * @param older where the page after this one begins; empty on the last page
     */
    record Page(List<Hit> items, Optional<TranscriptId> newer, Optional<TranscriptId> older) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * One of them.
     *
     * @param fragment the text around what was found, or its beginning where only the title has it; unescaped; empty where
     *     there is no text
     */
    record Hit(Transcript transcript, List<Run> fragment) {

        public Hit {
            fragment = List.copyOf(fragment);
        }
    }

    /**
     * A stretch of a fragment.
     *
     * @param found whether it is what was looked for
     */
    record Run(String text, boolean found) {}
}
