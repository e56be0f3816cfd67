package app.aisha.bot.transcript;

import app.aisha.bot.screen.Text;
import java.time.Duration;
import java.time.ZonedDateTime;

/** Words about recordings and transcripts. */
public sealed interface TranscriptText extends Text {

    record NextInLine() implements TranscriptText {}

    record InLine(int ahead) implements TranscriptText {}

    record Fetching() implements TranscriptText {}

    record Preparing() implements TranscriptText {}

    record Listening(String bar, int done, int total) implements TranscriptText {}

    record Writing() implements TranscriptText {}

    record Paused() implements TranscriptText {}

    /** The card of a finished transcript. */
    record Card(Text title, ZonedDateTime date, Duration length, int words, Text language, Text beginning, Text notes)
            implements TranscriptText {}

    /** The card of what was sent as text. */
    record TextCard(Text title, ZonedDateTime date, int words, Text speakers, Text beginning)
            implements TranscriptText {}

    record SpokenLanguage(String name) implements TranscriptText {}

    record Quote(String text) implements TranscriptText {}

    record ShortQuote(String text) implements TranscriptText {}

    record NothingSaid() implements TranscriptText {}

    record PiecesLost(int count) implements TranscriptText {}

    record Charged(Text price) implements TranscriptText {}

    record ChargedInPart(Text price, Text returned) implements TranscriptText {}

    record NotCharged(Text returned) implements TranscriptText {}

    record Cancelled() implements TranscriptText {}

    record CancelledAndReturned(Text returned) implements TranscriptText {}

    record Failed(Text title, Text reason) implements TranscriptText {}

    record FailedAndReturned(Text title, Text reason, Text returned) implements TranscriptText {}

    record Offer(Text title, Duration length, Text price, int freeSeconds, Text balance) implements TranscriptText {}

    record OfferOutOfReach(Text title, Duration length, Text price, int freeSeconds, Text balance, Text missing)
            implements TranscriptText {}

    record ConfirmButton(Text price) implements TranscriptText {}

    record Started() implements TranscriptText {}

    record StartedAlready() implements TranscriptText {}

    record PriceChanged(Text before, Text now) implements TranscriptText {}

    record OfferRenewed() implements TranscriptText {}

    record TooPoor(Text missing) implements TranscriptText {}

    record Empty() implements TranscriptText {}

    record NotARecording() implements TranscriptText {}

    record NoSoundTrack() implements TranscriptText {}

    record TooShort() implements TranscriptText {}

    record TooLong(int hours) implements TranscriptText {}

    record TooLarge(int megabytes) implements TranscriptText {}

    record TextTooLong(int characters, int megabytes, int documentMegabytes) implements TranscriptText {}

    record NoWords() implements TranscriptText {}

    record DocumentBroken() implements TranscriptText {}

    record DocumentLocked() implements TranscriptText {}

    record DocumentUnknown() implements TranscriptText {}

    record Broken() implements TranscriptText {}

    record Gone() implements TranscriptText {}

    record Refused() implements TranscriptText {}

    record NoService() implements TranscriptText {}

    record Internal() implements TranscriptText {}

    record InWork(Text title) implements TranscriptText {}

    record WholeText(Text title) implements TranscriptText {}

    record History() implements TranscriptText {}

    record NoHistory() implements TranscriptText {}

    record ReadyItem(Text title, Duration length) implements TranscriptText {}

    record TextItem(Text title) implements TranscriptText {}

    record WaitingItem(Text title) implements TranscriptText {}

    record OfferedItem(Text title) implements TranscriptText {}

    record FailedItem(Text title) implements TranscriptText {}

    record CancelledItem(Text title) implements TranscriptText {}

    record NotFound() implements TranscriptText {}

    record OverAlready() implements TranscriptText {}

    record AskTitle(Text title) implements TranscriptText {}

    record BadTitle(int limit) implements TranscriptText {}

    record FileSent() implements TranscriptText {}

    /** A title its owner chose, or a file name. */
    record Title(String words) implements TranscriptText {}

    /** A voice without a name. */
    record Voice(int number) implements TranscriptText {}

    record VoiceTitle() implements TranscriptText {}

    record AudioTitle() implements TranscriptText {}

    record VideoTitle() implements TranscriptText {}

    record VideoNoteTitle() implements TranscriptText {}

    record DocumentTitle() implements TranscriptText {}

    record ChooseFormat(Text title) implements TranscriptText {}

    record Format(String label) implements TranscriptText {}

    record NothingToSubtitle() implements TranscriptText {}

    record NoTimesToSubtitle() implements TranscriptText {}

    record DateLabel() implements TranscriptText {}

    record DateValue(ZonedDateTime date) implements TranscriptText {}

    record LengthLabel() implements TranscriptText {}

    record LengthValue(Duration length) implements TranscriptText {}

    record ExportButton() implements TranscriptText {}

    record BackToTranscriptButton() implements TranscriptText {}

    record CancelButton() implements TranscriptText {}

    record WholeTextButton() implements TranscriptText {}

    record RenameButton() implements TranscriptText {}
}
