package app.aisha.simulators.openai;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts that stand between lines such as {@code <transcript-1a2b>} and {@code </transcript-1a2b>}. */
final class MarkedBlocks {
    private static final Pattern OPENING = Pattern.compile("<([\\w-]+)>");

    private MarkedBlocks() {}

    /** The lines of each, in order; only the mark that fits closes a block. */
    static List<List<String>> in(String text) {
        var blocks = new ArrayList<List<String>>();
        @Nullable String closing = null;
        for (var line : text.lines().toList()) {
            var opening = OPENING.matcher(line);
            if (closing == null && opening.matches()) {
                closing = "</%s>".formatted(opening.group(1));
                blocks.add(new ArrayList<>());
            } else if (line.equals(closing)) {
                closing = null;
            } else if (closing != null) {
                blocks.getLast().add(line);
            }
        }
        return blocks;
    }
}
