package app.aisha.core.transcript;

import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.transcript.Transcriber.Hints;
import java.util.List;

/** What the owner of a recording has told about what may be heard in it. Thread-safe. */
public final class PersonalHints {

    private final Users users;

    public PersonalHints(Users users) {
        this.users = users;
    }

    Hints of(Transcript.Working working) {
        var vocabulary = users.find(working.owner())
                .map(User::preferences)
                .map(preferences -> preferences.vocabulary().terms())
                .orElseGet(List::of);
        return new Hints(working.heading().spoken(), vocabulary);
    }
}
