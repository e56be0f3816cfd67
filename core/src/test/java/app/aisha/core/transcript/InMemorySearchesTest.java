package app.aisha.core.transcript;

import app.aisha.core.account.UserId;

class InMemorySearchesTest implements SearchesContract {

    private final InMemorySearches searches = new InMemorySearches();

    @Override
    public Searches searches() {
        return searches;
    }

    @Override
    public UserId someone() {
        return TranscriptExamples.someone();
    }
}
