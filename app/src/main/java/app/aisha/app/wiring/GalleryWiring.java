package app.aisha.app.wiring;

import app.aisha.adapters.imaging.DejaVuSans;
import app.aisha.adapters.photos.ImageIoContactSheets;
import app.aisha.app.settings.Settings;
import app.aisha.bot.gallery.ChoiceDialog;
import app.aisha.bot.gallery.ChoiceScreens;
import app.aisha.bot.gallery.FilterScreens;
import app.aisha.bot.gallery.FilterWords;
import app.aisha.bot.gallery.GalleryDialog;
import app.aisha.bot.gallery.GalleryPages;
import app.aisha.bot.gallery.GalleryScreens;
import app.aisha.bot.gallery.PictureButtons;
import app.aisha.bot.gallery.RememberedViews;
import app.aisha.bot.gallery.Sheets;
import app.aisha.bot.gallery.ShownDialog;
import app.aisha.bot.gallery.ShownScreens;
import app.aisha.bot.picture.GalleryButtons;
import app.aisha.bot.screen.Texts;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaStore;
import app.aisha.core.picture.ContactSheets;
import app.aisha.core.picture.DeletePictures;
import app.aisha.core.picture.ExportPictures;
import app.aisha.core.picture.Gallery;
import app.aisha.core.picture.KeepPicture;
import app.aisha.core.picture.PictureOrders;
import app.aisha.core.picture.Pictures;
import app.aisha.core.work.ScratchFolders;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gallery. */
@Configuration(proxyBeanMethods = false)
class GalleryWiring {

    @Bean
    GalleryPages galleryPages(Gallery gallery, InstantSource clock) {
        return new GalleryPages(gallery, clock);
    }

    @Bean
    ContactSheets contactSheets(Settings settings) throws IOException {
        return new ImageIoContactSheets(
                DejaVuSans.unpack(settings.general().data().resolve("charts")).bold(1));
    }

    @Bean
    Sheets sheets(ContactSheets contactSheets, MediaStore media, ScratchFolders scratch) {
        return new Sheets(contactSheets, media, scratch);
    }

    @Bean
    FilterWords filterWords(Avatars avatars) {
        return new FilterWords(avatars);
    }

    @Bean
    FilterScreens filterScreens(Gallery gallery) {
        return new FilterScreens(gallery);
    }

    @Bean
    PictureButtons pictureButtons() {
        return new GalleryButtons();
    }

    @Bean
    GalleryScreens galleryScreens(GalleryPages pages, Sheets sheets, FilterWords words, PictureButtons others) {
        return new GalleryScreens(pages, sheets, words, others);
    }

    @Bean
    GalleryDialog galleryDialog(RememberedViews views, GalleryScreens screens, FilterScreens filters) {
        return new GalleryDialog(views, screens, filters);
    }

    @Bean
    ShownScreens shownScreens(
            GalleryPages pages, PictureOrders orders, FilterWords names, PictureButtons others, Texts texts) {
        return new ShownScreens(pages, orders, names, others, texts);
    }

    @Bean
    ShownDialog shownDialog(
            Pictures pictures,
            KeepPicture keepPicture,
            DeletePictures deletePictures,
            RememberedViews views,
            ShownScreens screens,
            GalleryScreens gallery) {
        return new ShownDialog(pictures, keepPicture, deletePictures, views, screens, gallery);
    }

    @Bean
    ChoiceScreens choiceScreens(GalleryPages pages, Sheets sheets, Texts texts, InstantSource clock) {
        return new ChoiceScreens(pages, sheets, texts, clock);
    }

    @Bean
    ChoiceDialog choiceDialog(
            Pictures pictures,
            Gallery gallery,
            DeletePictures deletePictures,
            RememberedViews views,
            GalleryPages pages,
            ChoiceScreens screens,
            GalleryScreens back) {
        return new ChoiceDialog(
                new ExportPictures(pictures, gallery, ExportPictures.Limits.OF_TELEGRAM),
                deletePictures,
                views,
                pages,
                screens,
                back);
    }
}
