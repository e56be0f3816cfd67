package app.aisha.core.transcript;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Transactions;
import java.util.Optional;

/** Looks through the transcripts of a person; what was asked can be opened again by its number. */
public final class SearchTranscripts {

    /** What the search met. */
    public sealed interface Outcome {

        /**
         * Some, or none.
         *
         * @param words as they were asked for
         */
        record Found(SearchNumber search, String words, TranscriptSearch.Page page) implements Outcome {}

        /** The words say nothing. */
        record NothingToLookFor() implements Outcome {}

        /** Nobody asked for this, or too long ago. */
        record Forgotten() implements Outcome {}
    }

    private final TranscriptSearch search;
    private final Searches searches;
    private final Transactions transactions;

    public SearchTranscripts(TranscriptSearch search, Searches searches, Transactions transactions) {
        this.search = search;
        this.searches = searches;
        this.transactions = transactions;
    }

    /** Looks for words and keeps the question. */
    public Outcome search(UserId owner, String words, int size) {
        var asked = SearchQuery.of(words);
        return transactions.call(() -> search.search(owner, asked, Optional.empty(), size)
                .<Outcome>map(page -> new Outcome.Found(searches.keep(owner, cut(words)), cut(words), page))
                .orElseGet(Outcome.NothingToLookFor::new));
    }

    /** Another page of what was looked for before, as things are now. */
    public Outcome again(UserId owner, SearchNumber number, Optional<TranscriptId> from, int size) {
        return searches.find(owner, number)
                .<Outcome>map(words -> search.search(owner, SearchQuery.of(words), from, size)
                        .<Outcome>map(page -> new Outcome.Found(number, words, page))
                        .orElseGet(Outcome.NothingToLookFor::new))
                .orElseGet(Outcome.Forgotten::new);
    }

    private static String cut(String words) {
        var end = Math.min(SearchQuery.LONGEST, words.codePointCount(0, words.length()));
        return words.substring(0, words.offsetByCodePoints(0, end)).replace('\0', ' ');
    }
}
