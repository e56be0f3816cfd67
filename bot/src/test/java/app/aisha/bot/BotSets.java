package app.aisha.bot;

import app.aisha.bot.account.AccountAction;
import app.aisha.bot.account.AccountStep;
import app.aisha.bot.admin.AdminAction;
import app.aisha.bot.admin.AdminStep;
import app.aisha.bot.admin.PromoAction;
import app.aisha.bot.admin.PromoStep;
import app.aisha.bot.avatar.AvatarAction;
import app.aisha.bot.avatar.AvatarStep;
import app.aisha.bot.avatar.PhotoAction;
import app.aisha.bot.avatar.TrainingAction;
import app.aisha.bot.avatar.WizardAction;
import app.aisha.bot.digest.DigestAction;
import app.aisha.bot.digest.DigestStep;
import app.aisha.bot.gallery.ChoiceAction;
import app.aisha.bot.gallery.GalleryAction;
import app.aisha.bot.gallery.GalleryStep;
import app.aisha.bot.gallery.ShownAction;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.picture.OrderAction;
import app.aisha.bot.picture.PictureAction;
import app.aisha.bot.picture.PictureStep;
import app.aisha.bot.picture.ResultAction;
import app.aisha.bot.privacy.PrivacyAction;
import app.aisha.bot.profile.ProfileAction;
import app.aisha.bot.routing.Pages;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.RecordingAction;
import app.aisha.bot.transcript.RecordingStep;
import app.aisha.bot.transcript.SearchAction;
import app.aisha.bot.transcript.SearchStep;
import app.aisha.bot.transcript.SpeakerAction;
import app.aisha.bot.transcript.SpeakerStep;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptStep;
import app.aisha.bot.wallet.WalletAction;
import app.aisha.bot.wallet.WalletStep;
import app.aisha.bot.wire.Actions;
import app.aisha.bot.wire.Notices;
import app.aisha.bot.wire.Steps;
import app.aisha.core.admin.AdminNotice;
import app.aisha.core.avatar.AvatarNotice;
import app.aisha.core.digest.DigestNotice;
import app.aisha.core.payment.PaymentNotice;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.privacy.PrivacyNotice;
import app.aisha.core.transcript.TranscriptNotice;
import app.aisha.core.wallet.LedgerNotice;
import app.aisha.core.work.Notice;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sealed sets of the bot. */
public final class BotSets {

    public static final List<Class<? extends Action>> ACTIONS = List.of(
            MenuAction.class,
            AccountAction.class,
            ProfileAction.class,
            TranscriptAction.class,
            SearchAction.class,
            RecordingAction.class,
            SpeakerAction.class,
            DigestAction.class,
            AvatarAction.class,
            WizardAction.class,
            PhotoAction.class,
            TrainingAction.class,
            PictureAction.class,
            OrderAction.class,
            ResultAction.class,
            GalleryAction.class,
            ShownAction.class,
            ChoiceAction.class,
            WalletAction.class,
            AdminAction.class,
            PromoAction.class,
            PrivacyAction.class);

    public static final List<Class<? extends Step>> STEPS = List.of(
            AccountStep.class,
            TranscriptStep.class,
            SearchStep.class,
            RecordingStep.class,
            SpeakerStep.class,
            DigestStep.class,
            AvatarStep.class,
            PictureStep.class,
            GalleryStep.class,
            WalletStep.class,
            AdminStep.class,
            PromoStep.class);

    public static final List<Class<? extends Notice>> NOTICES = List.of(
            TranscriptNotice.class,
            DigestNotice.class,
            AvatarNotice.class,
            PictureNotice.class,
            PaymentNotice.class,
            LedgerNotice.class,
            AdminNotice.class,
            PrivacyNotice.class);

    private BotSets() {}

    public static Pages pages() {
        return new Pages(new Texts(), new Actions(ACTIONS));
    }

    public static Steps steps() {
        return new Steps(STEPS);
    }

    public static Notices notices() {
        return new Notices(NOTICES);
    }

    /** The sets of texts. */
    public static List<Class<?>> texts() {
        return sealedUnder(Text.class);
    }

    /**
     * Every sealed set of this kind in the module where the kind is declared, found among its class files; a set within
     * another counts as a part of it.
     */
    public static List<Class<?>> sealedUnder(Class<?> kind) {
        try {
            var place = Path.of(
                    kind.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return sealedUnder(kind, place);
            }
            try (var jar = FileSystems.newFileSystem(place)) {
                return sealedUnder(kind, jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Cannot look through the classes of " + kind, e);
        }
    }

    private static List<Class<?>> sealedUnder(Class<?> kind, Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("-"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(BotSets::load)
                    .filter(type -> type.isSealed() && kind.isAssignableFrom(type))
                    .filter(type -> Stream.of(type.getInterfaces()).noneMatch(Class::isSealed))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, BotSets.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
