package app.aisha.bot.privacy;

import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.StoredFile;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.wallet.WalletText;
import app.aisha.core.account.PhotoRetention;
import app.aisha.core.account.User;
import app.aisha.core.privacy.Belongings;
import app.aisha.core.privacy.Erasure;
import app.aisha.core.privacy.Export;
import app.aisha.core.privacy.Trace;
import app.aisha.core.privacy.Trace.Fate;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** How it looks what is kept of a person. */
public final class PrivacyScreens {

    private final Elsewheres elsewheres;
    private final Texts texts;

    public PrivacyScreens(Elsewheres elsewheres, Texts texts) {
        this.elsewheres = elsewheres;
        this.texts = texts;
    }

    Screen privacy(User user) {
        var words = new PrivacyText.Privacy(photos(user.preferences().photoRetention()), elsewhere());
        return Screen.saying(words)
                .button(new PrivacyText.CopyButton(), new PrivacyAction.AskForCopy())
                .button(new PrivacyText.LeaveButton(), new PrivacyAction.AskToLeave())
                .button(new MenuText.MenuButton(), new MenuAction.OpenMenu());
    }

    private static Text photos(PhotoRetention retention) {
        return switch (retention) {
            case KEEP -> new PrivacyText.PhotosStay();
            case DELETE_AT_ONCE -> new PrivacyText.PhotosGoAtOnce();
            case DELETE_AFTER_7_DAYS -> new PrivacyText.PhotosGoAfterWeek();
        };
    }

    private Text elsewhere() {
        return elsewheres.isNowhere()
                ? new PrivacyText.NothingElsewhere()
                : new PrivacyText.Elsewhere(MenuText.all(Stream.of(
                                elsewheres.speech().<Text>map(PrivacyText.SpeechElsewhere::new),
                                elsewheres.words().<Text>map(PrivacyText.WordsElsewhere::new),
                                elsewheres.pictures().<Text>map(PrivacyText.PicturesElsewhere::new))
                        .flatMap(place -> place.stream())));
    }

    /** Any words, and the way back to what is kept. */
    static Screen back(Text words) {
        return Screen.saying(words).button(new MenuText.BackButton(), new PrivacyAction.OpenPrivacy());
    }

    static Screen willGo(Belongings all) {
        var stars = all.stars() == 0 ? new MenuText.Nothing() : new PrivacyText.StarsStay(all.stars());
        var words = new PrivacyText.WillGo(
                all.recordings(), all.documents(), all.avatars(), all.photos(), all.pictures(), credits(all), stars);
        return Screen.saying(words)
                .button(new PrivacyText.CopyButton(), new PrivacyAction.AskForCopy())
                .button(new PrivacyText.GoOnButton(), new PrivacyAction.GoOnLeaving())
                .button(new PrivacyText.StayButton(), new PrivacyAction.OpenPrivacy());
    }

    private static Text credits(Belongings all) {
        return all.credits().isNone()
                ? new MenuText.Nothing()
                : new PrivacyText.CreditsGo(WalletText.Amount.of(all.credits()));
    }

    static Screen lastQuestion(Instant now) {
        return Screen.saying(new PrivacyText.LastQuestion())
                .button(new PrivacyText.LeaveNowButton(), new PrivacyAction.Leave(now.toEpochMilli()))
                .button(new PrivacyText.StayButton(), new PrivacyAction.OpenPrivacy());
    }

    /** A part of the copy, as a file. */
    Screen part(Export.Ready export, int part, User user) {
        var left = export.leftOut() == 0 || part < export.parts()
                ? new MenuText.Nothing()
                : new PrivacyText.CopyLeftOut(export.leftOut());
        var name = export.parts() == 1 ? "aisha.zip" : "aisha-%d.zip".formatted(part);
        var gone = texts.html(new PrivacyText.CopyGone(), user.language());
        return Screen.saying(new PrivacyText.CopyReady(part, export.parts(), left))
                .with(new StoredFile(export.part(part), name, gone));
    }

    static Screen failed() {
        return Screen.saying(new PrivacyText.CopyFailed())
                .button(new PrivacyText.PrivacyButton(), new PrivacyAction.OpenPrivacy());
    }

    /** What a person who left is told in the end. */
    static Screen farewell(Erasure erasure) {
        var gone = erasure.gone();
        var elsewhere = MenuText.all(Stream.of(
                        line(erasure, Fate.REMOVED, PrivacyText.RemovedElsewhere::new),
                        line(erasure, Fate.REFUSED, PrivacyText.RefusedElsewhere::new),
                        line(erasure, Fate.UNREACHABLE, PrivacyText.AwayElsewhere::new),
                        line(erasure, Fate.UNANSWERED, PrivacyText.UnansweredElsewhere::new),
                        erasure.traces().isEmpty()
                                ? Stream.<Text>empty()
                                : Stream.<Text>of(new PrivacyText.UploadsElsewhere()))
                .flatMap(lines -> lines));
        return Screen.saying(new PrivacyText.Farewell(
                gone.recordings(),
                gone.documents(),
                gone.avatars(),
                gone.photos(),
                gone.pictures(),
                credits(gone),
                elsewhere));
    }

    private static Stream<Text> line(Erasure erasure, Trace.Fate fate, IntFunction<Text> words) {
        var count = erasure.count(fate);
        return count == 0 ? Stream.empty() : Stream.of(words.apply(count));
    }
}
