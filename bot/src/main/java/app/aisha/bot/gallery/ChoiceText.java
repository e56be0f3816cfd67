package app.aisha.bot.gallery;

import app.aisha.bot.screen.Text;

/** Words about several pictures. */
public sealed interface ChoiceText extends Text {

    record ChooseButton() implements ChoiceText {}

    record ChooseSome() implements ChoiceText {}

    record Chosen(int pictures) implements ChoiceText {}

    record TickedButton(int number) implements ChoiceText {}

    record AllOfPageButton() implements ChoiceText {}

    record NoneOfPageButton() implements ChoiceText {}

    record FetchButton(int pictures) implements ChoiceText {}

    record DeleteButton(int pictures) implements ChoiceText {}

    record BackToPageButton() implements ChoiceText {}

    record AskDelete(int pictures) implements ChoiceText {}

    record ConfirmDeleteButton(int pictures) implements ChoiceText {}

    record KeepButton() implements ChoiceText {}

    record Deleted(int pictures) implements ChoiceText {}

    record FetchAllButton() implements ChoiceText {}

    record Archive(int pictures) implements ChoiceText {}

    record ArchivePart(int first, int last, Text of) implements ChoiceText {}

    record Of(int pictures) implements ChoiceText {}

    record OfMoreThan(int pictures) implements ChoiceText {}

    record NextPartButton() implements ChoiceText {}

    record LeftOut(int pictures, int left) implements ChoiceText {}

    record NothingToFetch() implements ChoiceText {}

    /** The page is not what it was when these were chosen. */
    record Changed() implements ChoiceText {}
}
