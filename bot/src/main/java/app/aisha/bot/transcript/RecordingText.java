package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;

/** Words about what is kept of a recording. */
public sealed interface RecordingText extends Text {

    record OtherLanguageButton() implements RecordingText {}

    record OriginalButton() implements RecordingText {}

    record DeleteButton() implements RecordingText {}

    record TryGapsButton() implements RecordingText {}

    record AskDeletion(Text title) implements RecordingText {}

    record ConfirmDeletionButton() implements RecordingText {}

    record Deleted() implements RecordingText {}

    record CancelFirst() implements RecordingText {}

    record Original(Text title) implements RecordingText {}

    record OriginalSent() implements RecordingText {}

    record OriginalTooLarge(int megabytes) implements RecordingText {}

    record OriginalGone() implements RecordingText {}

    record ChooseLanguage(Text title) implements RecordingText {}

    record LanguageName(String name) implements RecordingText {}

    record AskLanguage() implements RecordingText {}

    record UnknownLanguage() implements RecordingText {}

    /** The title of what was listened to again. */
    record InLanguage(Text title, String language) implements RecordingText {}

    record ListeningAgain(String language) implements RecordingText {}

    record ThereAlready() implements RecordingText {}

    record TryingGaps() implements RecordingText {}

    record NoGaps() implements RecordingText {}

    record HearingGaps(int done, int total) implements RecordingText {}

    record GapsFilled(Text title, int filled) implements RecordingText {}

    record GapsFilledInPart(Text title, int filled, int left) implements RecordingText {}

    record GapsStay(Text title, int left) implements RecordingText {}

    record OpenButton() implements RecordingText {}
}
