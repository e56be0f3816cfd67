package app.aisha.adapters.postgres;

import app.aisha.core.transcript.TranscriptSearch.Run;
import java.util.ArrayList;
import java.util.List;

/** Carries the marks of a fragment over to how it was written. */
final class FragmentMarks {

    private FragmentMarks() {}

    /**
     * The runs of a fragment.
     *
     * @param marked in the form that is searched, with marks
     * @param written the same characters as they were written; where they are not as many, the marked ones are shown
     */
    static List<Run> runs(String marked, String written, int begin, int end) {
        var formed = marked.codePoints().filter(c -> c != begin && c != end).toArray();
        var original = written.codePoints().toArray();
        var shown = formed.length == original.length ? original : formed;
        var runs = new ArrayList<Run>();
        var run = new StringBuilder();
        var at = 0;
        for (var c : marked.codePoints().toArray()) {
            if (c == begin || c == end) {
                add(runs, run, c == end);
            } else {
                run.appendCodePoint(shown[at++]);
            }
        }
        add(runs, run, false);
        return runs;
    }

    private static void add(List<Run> runs, StringBuilder run, boolean found) {
        if (!run.isEmpty()) {
            runs.add(new Run(run.toString(), found));
            run.setLength(0);
        }
    }
}
