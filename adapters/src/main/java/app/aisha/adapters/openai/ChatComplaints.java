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

    /** A server whose models only read wants the content to be a string, or knows no other part than text. */
    private static final Pattern PICTURES = Pattern.compile("image|vision|multi-?modal|mmproj"
            + "|content.{0,40}(must|should|expected).{0,20}string|(expected|valid|input should be).{0,30}string");

    private static final Pattern THIS_PICTURE = Pattern.compile(
            "invalid_(base64_)?image|image_(parse|too|file|content|format)|empty_image|unsupported_image_media"
                    + "|(decode|parse|corrupt|damaged|too (large|small|big)|exceeds|dimension|resolution)");

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

    /** Whether a question without a picture might do. */
    static boolean aboutPictures(Verdict.Rejected<?> rejected) {
        return PICTURES.matcher(rejected.complaint()).find();
    }

    /** Whether another picture might do. */
    static boolean aboutThisPicture(Verdict.Rejected<?> rejected) {
        return THIS_PICTURE.matcher(rejected.complaint()).find();
    }

    /** Whether it is about the question rather than about the server. */
    static boolean aboutTheQuestion(Verdict.Rejected<?> rejected) {
        return tooLong(rejected)
                || filtered(rejected)
                || aboutLimit(rejected)
                || rejected.isAbout("response_format|json_schema|json_object|grammar");
    }
}
