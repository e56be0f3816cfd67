package app.aisha.bot.privacy;

import app.aisha.bot.screen.Text;

/** Words on what is kept of a person. */
public sealed interface PrivacyText extends Text {

    record PrivacyCommand() implements PrivacyText {}

    record DeleteCommand() implements PrivacyText {}

    record Privacy(Text photos, Text elsewhere) implements PrivacyText {}

    record PhotosStay() implements PrivacyText {}

    record PhotosGoAtOnce() implements PrivacyText {}

    record PhotosGoAfterWeek() implements PrivacyText {}

    record NothingElsewhere() implements PrivacyText {}

    record Elsewhere(Text places) implements PrivacyText {}

    record SpeechElsewhere(String host) implements PrivacyText {}

    record WordsElsewhere(String host) implements PrivacyText {}

    record PicturesElsewhere(String host) implements PrivacyText {}

    record CopyButton() implements PrivacyText {}

    record LeaveButton() implements PrivacyText {}

    record PrivacyButton() implements PrivacyText {}

    record CopyAsked() implements PrivacyText {}

    record CopyBeingWritten() implements PrivacyText {}

    record CopySentLately() implements PrivacyText {}

    record CopyReady(int part, int parts, Text left) implements PrivacyText {}

    record CopyLeftOut(int files) implements PrivacyText {}

    record CopyGone() implements PrivacyText {}

    record CopyFailed() implements PrivacyText {}

    record WillGo(int recordings, int documents, int avatars, int photos, int pictures, Text credits, Text stars)
            implements PrivacyText {}

    record CreditsGo(Text amount) implements PrivacyText {}

    record StarsStay(long stars) implements PrivacyText {}

    record GoOnButton() implements PrivacyText {}

    record StayButton() implements PrivacyText {}

    record LastQuestion() implements PrivacyText {}

    record LeaveNowButton() implements PrivacyText {}

    record AskedTooLongAgo() implements PrivacyText {}

    record RefundUnderWay() implements PrivacyText {}

    record Leaving() implements PrivacyText {}

    record GoneAlready() implements PrivacyText {}

    record Farewell(int recordings, int documents, int avatars, int photos, int pictures, Text credits, Text elsewhere)
            implements PrivacyText {}

    record RemovedElsewhere(int requests) implements PrivacyText {}

    record RefusedElsewhere(int requests) implements PrivacyText {}

    record AwayElsewhere(int requests) implements PrivacyText {}

    record UnansweredElsewhere(int requests) implements PrivacyText {}

    record UploadsElsewhere() implements PrivacyText {}
}
