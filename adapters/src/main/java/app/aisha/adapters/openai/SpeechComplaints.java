package app.aisha.adapters.openai;

import java.util.regex.Pattern;

/** What servers do not like about a clip. */
final class SpeechComplaints {

    private static final Pattern SOUND =
            Pattern.compile("wav|audio|media|file|format|codec|decod|corrupt|convert|soundfile|libsndfile");
    private static final Pattern SIZE =
            Pattern.compile("too (short|long|large|big)|longer|duration|size|maximum|minimum");
    private static final int TOO_LARGE = 413;

    private SpeechComplaints() {}

    /** Whether another kind of file might do; its size or length is another matter. */
    static boolean aboutSound(Verdict.Rejected<?> rejected) {
        var complaint = rejected.complaint().replace("response_format", "");
        return rejected.status() != TOO_LARGE
                && SOUND.matcher(complaint).find()
                && !SIZE.matcher(complaint).find();
    }

    /** Whether it is about the clip or the question rather than about the server. */
    static boolean aboutTheQuestion(Verdict.Rejected<?> rejected) {
        return aboutSound(rejected) || rejected.isAbout("language");
    }
}
