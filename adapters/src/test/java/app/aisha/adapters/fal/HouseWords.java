package app.aisha.adapters.fal;

import app.aisha.bot.avatar.AvatarAnnouncer;
import app.aisha.bot.avatar.PhotoScreens;
import app.aisha.bot.avatar.Thumbnails;
import app.aisha.bot.avatar.TrainingScreens;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.account.Preferences;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AvatarNotice;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.media.MediaStore;
import app.aisha.core.work.ScratchFolders;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The words in which an owner is told about an avatar, without their markup. */
final class HouseWords {

    private final AvatarAnnouncer announcer;
    private final Texts texts = new Texts();

    HouseWords(
            InMemoryAvatars avatars,
            MediaStore media,
            OfferTraining offers,
            ScratchFolders scratch,
            InstantSource clock) {
        var thumbnails = new Thumbnails(media, scratch);
        announcer = new AvatarAnnouncer(
                avatars,
                new PhotoScreens(avatars, HouseRules.RULES, thumbnails),
                new TrainingScreens(offers, avatars, true, clock),
                thumbnails,
                (screen, _) -> screen);
    }

    String of(AvatarNotice notice) {
        var owner = new User(
                notice.recipient(), new ChatId(1), "Ann", Language.EN, ZoneOffset.UTC, true, Preferences.DEFAULT);
        return announcer
                .announce(notice, owner)
                .map(screen -> texts.plain(screen.text(), owner.language()).replaceAll("</?b>", ""))
                .orElse("");
    }
}
