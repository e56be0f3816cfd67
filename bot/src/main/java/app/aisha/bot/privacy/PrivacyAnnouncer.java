package app.aisha.bot.privacy;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.privacy.Export;
import app.aisha.core.privacy.Exports;
import app.aisha.core.privacy.PrivacyNotice;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Hands out copies. */
public final class PrivacyAnnouncer implements Announcer {

    private final Exports exports;
    private final PrivacyScreens screens;

    public PrivacyAnnouncer(Exports exports, PrivacyScreens screens) {
        this.exports = exports;
        this.screens = screens;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof PrivacyNotice own ? announce(own, user) : Optional.empty();
    }

    private Optional<Screen> announce(PrivacyNotice notice, User user) {
        return switch (notice) {
            case PrivacyNotice.ExportReady ready ->
                exports.find(ready.export())
                        .filter(export -> export.owner().equals(user.id()))
                        .flatMap(export -> export instanceof Export.Ready written && ready.part() <= written.parts()
                                ? Optional.of(screens.part(written, ready.part(), user))
                                : Optional.empty());
            case PrivacyNotice.ExportFailed _ -> Optional.of(PrivacyScreens.failed());
        };
    }
}
