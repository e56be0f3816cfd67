package app.aisha.bot.digest;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.ProgressBar;
import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestNotice;
import app.aisha.core.digest.Digests;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.Transcripts;
import app.aisha.core.work.Notice;
import java.util.Optional;

/**
 * Says how a digest is coming along. Everything answers the message with the recording, so that Telegram's clients make the
 * times in it lead there.
 */
public final class DigestAnnouncer implements Announcer {

    private final Transcripts transcripts;
    private final Digests digests;
    private final DigestScreens screens;

    public DigestAnnouncer(Transcripts transcripts, Digests digests, DigestScreens screens) {
        this.transcripts = transcripts;
        this.digests = digests;
        this.screens = screens;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof DigestNotice own
                ? digests.find(own.digest(), user.id()).flatMap(digest -> announce(own, digest, user))
                : Optional.empty();
    }

    private Optional<Screen> announce(DigestNotice notice, Digest digest, User user) {
        return transcripts
                .ready(digest.heading().transcript(), user.id())
                .map(ready -> screen(notice, digest, ready, user)
                        .replyingTo(ready.heading().recording().message()));
    }

    private Screen screen(DigestNotice notice, Digest digest, Transcript.Ready transcript, User user) {
        if (!(digest instanceof Digest.Asked asked)) {
            return screens.of(digest, transcript, user, 0);
        }
        var title = DigestScreens.title(digest, transcript);
        return switch (notice) {
            case DigestNotice.Reading reading
            when user.preferences().showsProgress() ->
                DigestScreens.making(
                        asked,
                        new DigestText.Reading(
                                title,
                                ProgressBar.of(reading.done(), reading.total()),
                                reading.done(),
                                reading.total()));
            case DigestNotice.Paused _ -> DigestScreens.making(asked, new DigestText.Paused(title));
            case DigestNotice.Begun _, DigestNotice.Reading _, DigestNotice.Over _ ->
                screens.of(digest, transcript, user, 0);
        };
    }
}
