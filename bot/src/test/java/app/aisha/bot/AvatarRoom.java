package app.aisha.bot;

import app.aisha.bot.avatar.AvatarDialog;
import app.aisha.bot.avatar.AvatarScreens;
import app.aisha.bot.avatar.PhotoDialog;
import app.aisha.bot.avatar.PhotoScreens;
import app.aisha.bot.avatar.Thumbnails;
import app.aisha.bot.avatar.TrainingDialog;
import app.aisha.bot.avatar.TrainingScreens;
import app.aisha.bot.avatar.WizardDialog;
import app.aisha.bot.picture.CreateButton;
import app.aisha.bot.routing.Dialog;
import app.aisha.core.avatar.AddAvatarPhoto;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarRules;
import app.aisha.core.avatar.AvatarRules.SetSize;
import app.aisha.core.avatar.CancelTraining;
import app.aisha.core.avatar.DeleteAvatar;
import app.aisha.core.avatar.EndTraining;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.avatar.InMemoryRings;
import app.aisha.core.avatar.OfferTraining;
import app.aisha.core.avatar.PrepareArchive;
import app.aisha.core.avatar.RemoveAvatarPhoto;
import app.aisha.core.avatar.RenameAvatar;
import app.aisha.core.avatar.RetryTraining;
import app.aisha.core.avatar.ScriptedTrainer;
import app.aisha.core.avatar.StartAvatar;
import app.aisha.core.avatar.StartAvatarTraining;
import app.aisha.core.avatar.StoreModel;
import app.aisha.core.avatar.TrainingSteps;
import app.aisha.core.media.InMemoryMediaStore;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.ScratchFolders;
import java.nio.file.Path;
import java.util.List;

/** The dialogs of a desk that are about avatars. */
public final class AvatarRoom {

    private static final Path SCRATCH =
            Path.of("target", "room-" + ProcessHandle.current().pid());
    public static final AvatarRules RULES = AvatarExamples.rules(50, new SetSize(2, 4), AvatarExamples.BACKEND);

    public boolean trainerIsOut;
    public final ScriptedTrainer trainer = new ScriptedTrainer();
    public final InMemoryMediaStore media = new InMemoryMediaStore();
    public final AvatarScreens cards;
    public final PhotoScreens photos;
    public final TrainingScreens trainings;
    public final Thumbnails thumbnails;

    private final Desk desk;
    private final InMemoryAvatars avatars;
    private final DirectTransactions transactions;
    private final OfferTraining offers;

    AvatarRoom(Desk desk, DirectTransactions transactions) {
        this.desk = desk;
        this.avatars = desk.avatars;
        this.transactions = transactions;
        this.offers = new OfferTraining(avatars, avatars, RULES, desk.till, () -> trainerIsOut, transactions);
        this.thumbnails = new Thumbnails(media, new ScratchFolders(SCRATCH));
        this.trainings = new TrainingScreens(offers, avatars, true, desk.clock);
        this.photos = new PhotoScreens(avatars, RULES, thumbnails);
        this.cards = new AvatarScreens(avatars, RULES, trainings, thumbnails, new CreateButton());
    }

    List<Dialog> dialogs() {
        return List.of(
                new AvatarDialog(
                        avatars,
                        new RenameAvatar(avatars, transactions),
                        new DeleteAvatar(avatars, trainer, media, desk.jobs, transactions),
                        cards),
                new WizardDialog(new StartAvatar(avatars, RULES, transactions, desk.ids, desk.clock), RULES, photos),
                photoDialog(),
                trainingDialog());
    }

    private PhotoDialog photoDialog() {
        return new PhotoDialog(
                avatars,
                new AddAvatarPhoto(avatars, avatars, RULES, desk.jobs, desk.outbox, transactions, desk.ids),
                new RemoveAvatarPhoto(avatars, avatars, media, transactions),
                photos,
                cards);
    }

    private TrainingDialog trainingDialog() {
        var end = new EndTraining(avatars, desk.wallets, desk.jobs, desk.outbox, transactions, desk.clock);
        var steps = new TrainingSteps(
                trainer,
                new InMemoryRings(),
                new PrepareArchive(avatars, media, trainer),
                new StoreModel(trainer, media),
                end);
        var work = new StartAvatarTraining.Work(desk.jobs, desk.outbox, transactions, desk.clock);
        return new TrainingDialog(
                avatars,
                offers,
                new StartAvatarTraining(avatars, offers, RULES, desk.till, work),
                new CancelTraining(avatars, end, steps, transactions, desk.clock),
                new RetryTraining(avatars, desk.jobs, transactions),
                new TrainingDialog.Screens(trainings, photos, cards));
    }
}
