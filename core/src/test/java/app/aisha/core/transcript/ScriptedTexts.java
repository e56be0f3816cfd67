package app.aisha.core.transcript;

import java.nio.file.Path;

/** No file is text, unless told otherwise. */
public final class ScriptedTexts implements TextFiles {

    private volatile Reading reading = new Reading.NoText();

    public void are(Reading found) {
        reading = found;
    }

    @Override
    public Reading read(Path file) {
        return reading;
    }
}
