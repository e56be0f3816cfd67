package app.aisha.bot.picture;

import app.aisha.bot.screen.Text;

/** Words about pictures that are painted, or were to be. */
public sealed interface ResultText extends Text {

    record Progress(int count, Text stage) implements ResultText {}

    record AtWork() implements ResultText {}

    record Done(String bar, int done, int total, Text stage) implements ResultText {}

    record Waiting() implements ResultText {}

    record Asking() implements ResultText {}

    record Painting() implements ResultText {}

    record Storing() implements ResultText {}

    record Finished(int ready, int total) implements ResultText {}

    record Ended() implements ResultText {}

    record StopButton() implements ResultText {}

    record TooLateToStop() implements ResultText {}

    record Stopped() implements ResultText {}

    record Picture(Text who, String words, Text more) implements ResultText {}

    record Album(int count, Text who, String words, Text more) implements ResultText {}

    record NothingCame(Text more) implements ResultText {}

    record Failures(int count, Text reason) implements ResultText {}

    record GivenBack(Text credits) implements ResultText {}

    record Content() implements ResultText {}

    record PhotosUnusable() implements ResultText {}

    record ModelGone() implements ResultText {}

    record Rejected() implements ResultText {}

    record BrokeDown() implements ResultText {}

    record Timeout() implements ResultText {}

    record PainterStopped() implements ResultText {}

    record Lost() implements ResultText {}

    record BadResult() implements ResultText {}

    record NoService() implements ResultText {}

    record Cancelled() implements ResultText {}

    record Recipe(Text who, Text words, String seed, String size, Text quality, String prompt) implements ResultText {}

    record NoWords() implements ResultText {}

    record FullSize() implements ResultText {}

    record FileName(String seed) implements ResultText {}

    record FileGone() implements ResultText {}

    record AskDelete() implements ResultText {}

    record Deleted() implements ResultText {}

    record Liked() implements ResultText {}

    record Unliked() implements ResultText {}

    record NotFound() implements ResultText {}

    record SubjectGone() implements ResultText {}

    record AskSentence() implements ResultText {}

    record OpenButton(int number) implements ResultText {}

    record FullSizeButton() implements ResultText {}

    record AgainButton() implements ResultText {}

    record VariationsButton() implements ResultText {}

    record SameButton() implements ResultText {}

    record RefineButton() implements ResultText {}

    record FavouriteButton() implements ResultText {}

    record PromptButton() implements ResultText {}

    record DeleteButton() implements ResultText {}

    record ConfirmDeleteButton() implements ResultText {}

    record KeepButton() implements ResultText {}

    record RetryButton() implements ResultText {}
}
