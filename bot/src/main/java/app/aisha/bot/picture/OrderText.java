package app.aisha.bot.picture;

import app.aisha.bot.screen.Text;

/** Words about orders that are not paid yet. */
public sealed interface OrderText extends Text {

    record Offer(Text words, Text who, Text ratio, int count, Text quality, Text price) implements OrderText {}

    record Words(String reading, String english) implements OrderText {}

    record OnlyEnglish(String english) implements OrderText {}

    record Avatar(String name) implements OrderText {}

    record SentPhotos(int photos) implements OrderText {}

    record SomeAvatar() implements OrderText {}

    record Sized(Text ratio, String size) implements OrderText {}

    record Price(Text price, Text balance) implements OrderText {}

    record OutOfReach(Text price, Text balance, Text lack) implements OrderText {}

    record Told(Text trouble, Text offer) implements OrderText {}

    record Refused() implements OrderText {}

    record NotUnderstood() implements OrderText {}

    record NothingSaid() implements OrderText {}

    record Unreadable() implements OrderText {}

    record NobodyLooks() implements OrderText {}

    record NoService() implements OrderText {}

    record PainterOut() implements OrderText {}

    record LookAgainButton() implements OrderText {}

    record StillComposing() implements OrderText {}

    record Dropped() implements OrderText {}

    record PlacedAlready() implements OrderText {}

    record Outdated() implements OrderText {}

    record TooPoor() implements OrderText {}

    record Placed(int count, Text price) implements OrderText {}

    record SetAside(Text credits) implements OrderText {}

    record ChooseRatio() implements OrderText {}

    record ChooseQuality() implements OrderText {}

    record AskWords() implements OrderText {}

    record AskExactly() implements OrderText {}

    record AskSentence() implements OrderText {}

    record CreateButton(int count, Text price) implements OrderText {}

    record CreateForFreeButton(int count) implements OrderText {}

    record RewriteButton() implements OrderText {}

    record ExactlyButton() implements OrderText {}

    record RefineButton() implements OrderText {}

    record UndoButton() implements OrderText {}

    record RatioButton(Text ratio) implements OrderText {}

    record QualityButton(Text quality) implements OrderText {}

    record CountButton(int count) implements OrderText {}

    record ChosenButton(Text choice) implements OrderText {}

    record DropButton() implements OrderText {}

    record BackToOfferButton() implements OrderText {}

    record AnotherButton() implements OrderText {}
}
