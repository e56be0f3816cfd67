package app.aisha.bot.picture;

import app.aisha.bot.screen.Text;

/** Words on the way to a wish. */
public sealed interface PictureText extends Text {

    record Begin(String avatar) implements PictureText {}

    record NoAvatar() implements PictureText {}

    record ChooseAvatar() implements PictureText {}

    record Chosen(String name) implements PictureText {}

    record Other(String name) implements PictureText {}

    record WrongLength(int characters, int shortest, int longest) implements PictureText {}

    record AvatarGone() implements PictureText {}

    record NotFound() implements PictureText {}

    record Composing() implements PictureText {}

    record AskPhotos(int most) implements PictureText {}

    record PhotosTaken(int most) implements PictureText {}

    record PhotosCaptioned(String words, int most) implements PictureText {}

    record PhotosFull(int most) implements PictureText {}

    record PhotosFirst() implements PictureText {}

    record AskWords() implements PictureText {}

    record Packs() implements PictureText {}

    record Pack(String name) implements PictureText {}

    record Style(String name, String reading) implements PictureText {}

    record Name(String name) implements PictureText {}

    record CreateButton() implements PictureText {}

    record CreateWithButton() implements PictureText {}

    record OtherAvatarButton() implements PictureText {}

    record StylesButton() implements PictureText {}

    record InstantButton() implements PictureText {}

    record ContinueButton() implements PictureText {}

    record TakeStyleButton() implements PictureText {}

    record OtherStyleButton() implements PictureText {}

    record BackToWishButton() implements PictureText {}

    record PictureCommand() implements PictureText {}
}
