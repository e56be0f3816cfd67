package app.aisha.app.wiring;

import app.aisha.adapters.postgres.PostgresDatabase;
import app.aisha.bot.avatar.ReadyButtons;
import app.aisha.bot.delivery.SentPictures;
import app.aisha.bot.picture.CreateButton;
import app.aisha.bot.picture.OrderDialog;
import app.aisha.bot.picture.OrderScreens;
import app.aisha.bot.picture.PictureAnnouncer;
import app.aisha.bot.picture.PictureDialog;
import app.aisha.bot.picture.PictureScreens;
import app.aisha.bot.picture.ResultDialog;
import app.aisha.bot.picture.ResultScreens;
import app.aisha.bot.screen.Texts;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.picture.AskForPicture;
import app.aisha.core.picture.CancelPictures;
import app.aisha.core.picture.ChangeOrder;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.OfferPictures;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.picture.PlaceOrder;
import app.aisha.core.picture.StylePacks;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.ScratchFolders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The screens on which pictures are made. */
@Configuration(proxyBeanMethods = false)
class StudioWiring {

    @Bean
    KeepPicture keepPicture(Pictures pictures, PostgresDatabase database) {
        return new KeepPicture(pictures, database);
    }

    @Bean
    DeletePictures deletePictures(Pictures pictures, Jobs jobs, PostgresDatabase database) {
        return new DeletePictures(pictures, jobs, database);
    }

    @Bean
    SentPictures sentPictures(KeepPicture keepPicture) {
        return (picture, owner, file) -> keepPicture.sent(picture, owner, file);
    }

    @Bean
    ReadyButtons readyButtons() {
        return new CreateButton();
    }

    @Bean
    OrderScreens orderScreens(OfferPictures offers, Avatars avatars) {
        return new OrderScreens(offers, avatars);
    }

    @Bean
    PictureScreens pictureScreens(Avatars avatars, StylePacks styles, ScratchFolders scratch) {
        return new PictureScreens(avatars, styles, scratch);
    }

    @Bean
    ResultScreens resultScreens(PictureOrders orders, Avatars avatars, Texts texts) {
        return new ResultScreens(orders, avatars, texts);
    }

    @Bean
    PictureAnnouncer pictureAnnouncer(
            PictureOrders orders,
            Pictures pictures,
            OfferPictures offers,
            OrderScreens offering,
            ResultScreens results) {
        return new PictureAnnouncer(orders, pictures, offers, offering, results);
    }

    @Bean
    PictureDialog pictureDialog(AskForPicture askForPicture, PictureScreens screens, OrderScreens orders) {
        return new PictureDialog(askForPicture, screens, orders);
    }

    @Bean
    OrderDialog pictureOrderDialog(
            PictureOrders orders,
            ChangeOrder changeOrder,
            PlaceOrder placeOrder,
            CancelPictures cancelPictures,
            OrderScreens screens) {
        return new OrderDialog(orders, changeOrder, placeOrder, cancelPictures, screens);
    }

    @Bean
    ResultDialog resultDialog(
            Pictures pictures,
            AskForPicture askForPicture,
            KeepPicture keepPicture,
            DeletePictures deletePictures,
            ResultScreens screens,
            OrderScreens orders) {
        return new ResultDialog(pictures, askForPicture, keepPicture, deletePictures, screens, orders);
    }
}
