package app.aisha.adapters.openai;

import java.util.regex.Pattern;

/** What servers do not like about a question to a chat model. */
final class ChatComplaints {

    private static final Pattern TOO_LONG = Pattern.compile(
            "context.{0,40}(length|size|window|limit|exceed|overflow)|(length|size|limit|exceed).{0,40}context"
                    + "|too many (input |prompt )?tokens|(prompt|input|request|message)s? (is |are )?too (long|large)"
                    + "|string_above_max_length|reduce the length");
    private static final Pattern LIMIT = Pattern.compile("max_(completion_|new_|output_)?tokens");
    private static final Pattern FILTER =
            Pattern.compile("content_filter|content_policy|responsibleaipolicy|content management policy");
    private static final int TOO_LARGE = 413;

    private ChatComplaints() {}

    /** Whether a shorter question would do; a limit on the answer that is too high is another matter. */
    static boolean tooLong(Verdict.Rejected<?> rejected) {
        return rejected.status() == TOO_LARGE
                || rejected.error().code().equals("context_length_exceeded")
                || TOO_LONG.matcher(rejected.complaint()).find();
    }

    static boolean aboutLimit(Verdict.Rejected<?> rejected) {
        return LIMIT.matcher(rejected.complaint()).find()
                && !rejected.error().code().equals("context_length_exceeded");
    }

    /** Whether something before the model did not let it read this. */
    static boolean filtered(Verdict.Rejected<?> rejected) {
        return FILTER.matcher(rejected.complaint()).find();
    }

    /** Whether it is about the question rather than about the server. */
    static boolean aboutTheQuestion(Verdict.Rejected<?> rejected) {
        return tooLong(rejected)
                || filtered(rejected)
                || aboutLimit(rejected)
                || rejected.isAbout("response_format|json_schema|json_object|grammar");
    }
}
