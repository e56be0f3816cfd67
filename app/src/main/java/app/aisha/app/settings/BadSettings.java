package app.aisha.app.settings;

import java.util.List;

/** The program cannot start like this. Every problem names its variable and none shows a value that may be secret. */
public final class BadSettings extends Exception {

    private final List<String> problems;

    BadSettings(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
