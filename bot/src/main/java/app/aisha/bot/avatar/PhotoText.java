package app.aisha.bot.avatar;

import app.aisha.bot.screen.Text;

/** Words about photos. */
public sealed interface PhotoText extends Text {

    record Collect(String name, String bar, int photos, int least, int most, Text state) implements PhotoText {}

    record Lacking(int missing) implements PhotoText {}

    record Enough() implements PhotoText {}

    record SetFull() implements PhotoText {}

    record Checking(int photos) implements PhotoText {}

    /** What became of those that came together, in two parts that may be empty. */
    record Checked(Text refused, Text collected) implements PhotoText {}

    record RefusedPhoto(int order, Text reason) implements PhotoText {}

    record MoreRefused(int photos) implements PhotoText {}

    record TipsPortrait() implements PhotoText {}

    record TipsStyle() implements PhotoText {}

    record TipsObject() implements PhotoText {}

    record Usable(int place, int total, int order) implements PhotoText {}

    record Refused(int place, int total, int order, Text reason) implements PhotoText {}

    record Pending(int place, int total, int order) implements PhotoText {}

    record NoPhotos() implements PhotoText {}

    record Removed() implements PhotoText {}

    record InUse() implements PhotoText {}

    record NoDraft() implements PhotoText {}

    record Flooded(int limit) implements PhotoText {}

    record StoreAway() implements PhotoText {}

    record LookButton() implements PhotoText {}

    record TipsButton() implements PhotoText {}

    record NextButton() implements PhotoText {}

    record RemoveButton() implements PhotoText {}

    record BackToPhotosButton() implements PhotoText {}

    record Empty() implements PhotoText {}

    record TooLarge() implements PhotoText {}

    record NotAPicture() implements PhotoText {}

    record Heic() implements PhotoText {}

    record Avif() implements PhotoText {}

    record Gif() implements PhotoText {}

    record OtherKind() implements PhotoText {}

    record Animated() implements PhotoText {}

    record Broken() implements PhotoText {}

    record TooSmall() implements PhotoText {}

    record TooManyPixels() implements PhotoText {}

    record SameFile() implements PhotoText {}

    record SamePicture() implements PhotoText {}

    record TooDark() implements PhotoText {}

    record TooBright() implements PhotoText {}

    record NoContrast() implements PhotoText {}

    record Blurred() implements PhotoText {}

    record NoFace() implements PhotoText {}

    record SeveralFaces() implements PhotoText {}

    record OverLimit() implements PhotoText {}

    record Gone() implements PhotoText {}

    record Internal() implements PhotoText {}
}
