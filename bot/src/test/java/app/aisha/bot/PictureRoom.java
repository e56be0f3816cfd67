package app.aisha.bot;

import app.aisha.bot.picture.OrderDialog;
import app.aisha.bot.picture.OrderScreens;
import app.aisha.bot.picture.PictureAnnouncer;
import app.aisha.bot.picture.PictureDialog;
import app.aisha.bot.picture.PictureScreens;
import app.aisha.bot.picture.ResultDialog;
import app.aisha.bot.picture.ResultScreens;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Texts;
import app.aisha.core.account.User;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.AskForPicture;
import app.aisha.core.picture.CancelPictures;
import app.aisha.core.picture.ChangeOrder;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.EndPicture;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.PlaceOrder;
import app.aisha.core.picture.ShelvedStyles;
import app.aisha.core.picture.SleepingPainter;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.ScratchFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The dialogs of a desk that are about making pictures. */
public final class PictureRoom {

    private static final Path SCRATCH =
            Path.of("target", "pictures-" + ProcessHandle.current().pid());

    public final ShelvedStyles styles = new ShelvedStyles();
    public final OfferPictures offers;
    public final OrderScreens orders;
    public final ResultScreens results;
    public final PictureAnnouncer announcer;

    /** Whether the painter is known to be out. */
    public boolean painterIsOut;

    private final Desk desk;
    private final DirectTransactions transactions;

    PictureRoom(Desk desk, DirectTransactions transactions) {
        this.desk = desk;
        this.transactions = transactions;
        this.offers = new OfferPictures(desk.pictureOrders, desk.till, () -> painterIsOut, transactions);
        this.orders = new OrderScreens(offers, desk.avatars);
        this.results = new ResultScreens(desk.pictureOrders, desk.avatars, new Texts());
        this.announcer = new PictureAnnouncer(desk.pictureOrders, desk.pictures, offers, orders, results);
    }

    List<Dialog> dialogs() {
        var ask = new AskForPicture(
                desk.pictureOrders,
                desk.pictures,
                desk.avatars,
                desk.users,
                styles,
                new AskForPicture.Work(desk.jobs, transactions, desk.ids));
        return List.of(
                new PictureDialog(ask, new PictureScreens(desk.avatars, styles, new ScratchFolders(SCRATCH)), orders),
                orderDialog(),
                new ResultDialog(
                        desk.pictures,
                        ask,
                        new KeepPicture(desk.pictures, transactions),
                        new DeletePictures(desk.pictures, desk.jobs, transactions),
                        results,
                        orders));
    }

    private OrderDialog orderDialog() {
        var end = new EndPicture(desk.pictures, desk.wallets, desk.jobs, desk.outbox, transactions, desk.clock);
        return new OrderDialog(
                desk.pictureOrders,
                new ChangeOrder(desk.pictureOrders, desk.users, desk.jobs, transactions, desk.clock),
                new PlaceOrder(
                        desk.pictureOrders,
                        desk.pictures,
                        desk.avatars,
                        offers,
                        desk.till,
                        new PlaceOrder.Work(desk.jobs, desk.outbox, transactions, desk.ids, new Random(3))),
                new CancelPictures(
                        desk.pictureOrders, desk.pictures, end, new SleepingPainter(), transactions, desk.clock),
                orders);
    }

    /** An avatar of a person that can be painted. */
    public Avatar.Ready avatar(User owner, String name) {
        var draft = AvatarExamples.draft(owner.id(), name, TrainingType.PORTRAIT);
        desk.avatars.add(draft);
        AvatarExamples.path(Avatar.Ready.class, draft, 1).forEach(desk.avatars::save);
        return (Avatar.Ready) desk.avatars.find(draft.id()).orElseThrow();
    }
}
