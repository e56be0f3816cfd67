package app.aisha.adapters.postgres;

import app.aisha.core.wallet.Purpose;
import java.util.List;

/**
 * The work that holds of one kind are for, in the shape the inspector compares them in. A feature that begins to hold credits
 * adds one of these.
 *
 * @param work a query that answers a row for each piece of work that has or had a hold: {@code subject} as in the hold,
 *     {@code hold_id}, {@code amount} agreed to, {@code under_way} whether it can still end its hold, {@code charged} in the end
 * @param jobs names of the jobs that carry it on; their instance is the subject
 */
public record HeldWork(Purpose.Kind kind, String work, List<String> jobs) {

    public HeldWork {
        jobs = List.copyOf(jobs);
    }

    /** A hold is under way until its avatar is ready, failed or cancelled. */
    public static HeldWork avatars(List<String> jobs) {
        return new HeldWork(Purpose.Kind.AVATAR, """
            SELECT id AS subject, hold_id, held AS amount, status IN ('queued', 'training', 'storing') AS under_way,
                CASE status WHEN 'completed' THEN coalesce(charged, 0) ELSE 0 END AS charged
            FROM avatars WHERE hold_id IS NOT NULL
            """, jobs);
    }

    public static HeldWork pictures(List<String> jobs) {
        return new HeldWork(Purpose.Kind.PICTURE, """
            SELECT id AS subject, hold_id, held AS amount, status IN ('queued', 'painting', 'storing') AS under_way,
                CASE status WHEN 'ready' THEN held ELSE 0 END AS charged
            FROM pictures WHERE hold_id IS NOT NULL
            """, jobs);
    }

    public static HeldWork transcripts(List<String> jobs) {
        return new HeldWork(Purpose.Kind.TRANSCRIPT, """
            SELECT id AS subject, hold_id, held AS amount, status = 'working' AS under_way,
                CASE status WHEN 'ready' THEN coalesce(charged, 0) ELSE 0 END AS charged
            FROM user_transcripts WHERE hold_id IS NOT NULL
            """, jobs);
    }
}
