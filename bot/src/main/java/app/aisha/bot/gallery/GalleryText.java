package app.aisha.bot.gallery;

import app.aisha.bot.screen.Text;
import java.time.ZonedDateTime;

/** Words of the pages of the gallery. */
public sealed interface GalleryText extends Text {

    /** A page; the filter may be empty. */
    record Overview(Text count, Text filter) implements GalleryText {}

    record Pictures(int pictures) implements GalleryText {}

    record MoreThan(int pictures) implements GalleryText {}

    record NoneYet() implements GalleryText {}

    record NothingHere(Text filter) implements GalleryText {}

    record Filtered(Text parts) implements GalleryText {}

    record FilteredAvatar(Text name) implements GalleryText {}

    record FilteredFavourites() implements GalleryText {}

    record FilteredToday() implements GalleryText {}

    record FilteredWeek() implements GalleryText {}

    record FilteredMonth() implements GalleryText {}

    record FilteredWords(String words) implements GalleryText {}

    record Name(String name) implements GalleryText {}

    record GoneAvatar() implements GalleryText {}

    record ByPhotos() implements GalleryText {}

    record NumberButton(int number) implements GalleryText {}

    record AvatarButton() implements GalleryText {}

    record FavouritesButton() implements GalleryText {}

    record AllButton() implements GalleryText {}

    record PeriodButton() implements GalleryText {}

    record WordsButton() implements GalleryText {}

    record ClearButton() implements GalleryText {}

    record FiguresButton() implements GalleryText {}

    record BackToGalleryButton() implements GalleryText {}

    record AskAvatar() implements GalleryText {}

    record NoAvatars() implements GalleryText {}

    record AvatarItem(Text name, int pictures) implements GalleryText {}

    record AnyAvatarItem() implements GalleryText {}

    record AskPeriod() implements GalleryText {}

    record EverItem() implements GalleryText {}

    record TodayItem() implements GalleryText {}

    record WeekItem() implements GalleryText {}

    record MonthItem() implements GalleryText {}

    /** What is on now. */
    record OnItem(Text item) implements GalleryText {}

    record AskWords() implements GalleryText {}

    record BlankWords() implements GalleryText {}

    record AnyWordsButton() implements GalleryText {}

    /** The first may be empty, the lines too. */
    record Figures(int pictures, int favourites, int megabytes, Text first, Text lines) implements GalleryText {}

    record FirstMade(ZonedDateTime at) implements GalleryText {}

    record AvatarLine(Text name, int pictures) implements GalleryText {}

    record MoreAvatars(int avatars) implements GalleryText {}

    record Forgotten() implements GalleryText {}

    record NotFound() implements GalleryText {}

    record GalleryButton() implements GalleryText {}

    record GalleryCommand() implements GalleryText {}
}
