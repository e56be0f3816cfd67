package app.aisha.bot.picture;

import app.aisha.bot.routing.Announcer;
import app.aisha.bot.screen.Screen;
import app.aisha.core.account.User;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.Picture;
import app.aisha.core.picture.PictureNotice;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PictureOrder;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.work.Notice;
import java.util.Optional;

/** Says what became of wishes and of what was painted. */
public final class PictureAnnouncer implements Announcer {

    private final PictureOrders orders;
    private final Pictures pictures;
    private final OfferPictures offers;
    private final OrderScreens offering;
    private final ResultScreens results;

    public PictureAnnouncer(
            PictureOrders orders,
            Pictures pictures,
            OfferPictures offers,
            OrderScreens offering,
            ResultScreens results) {
        this.orders = orders;
        this.pictures = pictures;
        this.offers = offers;
        this.offering = offering;
        this.results = results;
    }

    @Override
    public Optional<Screen> announce(Notice notice, User user) {
        return notice instanceof PictureNotice own
                ? orders.find(own.order(), user.id()).flatMap(order -> announce(own, order, user))
                : Optional.empty();
    }

    private Optional<Screen> announce(PictureNotice notice, PictureOrder order, User user) {
        var all = pictures.of(order.id());
        return switch (notice) {
            case PictureNotice.Worded worded -> worded(worded, order, user);
            case PictureNotice.Progressed _ ->
                all.isEmpty() ? Optional.empty() : Optional.of(ProgressScreens.of(order.id(), all, user));
            case PictureNotice.Over _ ->
                all.isEmpty() || !all.stream().allMatch(Picture::isOver)
                        ? Optional.empty()
                        : Optional.of(results.over(all, user));
        };
    }

    /** Nothing where its owner went on in the meantime. */
    private Optional<Screen> worded(PictureNotice.Worded notice, PictureOrder order, User user) {
        return switch (order) {
            case PictureOrder.Offered offered -> offered(notice.problem(), offered, user);
            case PictureOrder.Abandoned _ ->
                notice.problem() == Trouble.NONE
                        ? Optional.empty()
                        : Optional.of(OrderScreens.another(Words.of(notice.problem())));
            case PictureOrder.Composing _, PictureOrder.Placed _ -> Optional.empty();
        };
    }

    private Optional<Screen> offered(Trouble trouble, PictureOrder.Offered order, User user) {
        return switch (offers.offer(order.id(), user.id())) {
            case OfferPictures.Outcome.Offered offer ->
                Optional.of(
                        trouble == Trouble.NONE
                                ? offering.offer(offer, user)
                                : offering.offer(Words.of(trouble), offer, user));
            case OfferPictures.Outcome.PainterOut(var kept) -> Optional.of(OrderScreens.painterOut(kept));
            case OfferPictures.Outcome.NotNow _, OfferPictures.Outcome.Unknown _ -> Optional.empty();
        };
    }
}
