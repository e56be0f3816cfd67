package app.aisha.adapters.styles;

import app.aisha.core.picture.StyleId;
import app.aisha.core.picture.StylePacks;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Styles from {@code styles.json}, with previews beside it as {@code previews/<id>.jpg}: those that come with the program, or those
 * of a folder of the operator's. The file is read once, at the start.
 */
public final class JsonStylePacks implements StylePacks {

    private static final String FILE = "styles.json";
    private static final String BUNDLED = "/styles/";

    private final Optional<Path> folder;
    private final List<Pack> packs;
    private final Map<StyleId, Style> styles;

    /**
     * Reads them.
     *
     * @param folder where the operator keeps styles; else those of the program
     * @throws IllegalArgumentException in a sentence that names file and style, when the file is missing or not as it should be
     */
    public JsonStylePacks(Optional<Path> folder) {
        this.folder = folder;
        this.packs = new StylesFile(name()).read(content());
        this.styles = packs.stream()
                .flatMap(pack -> pack.styles().stream())
                .collect(Collectors.toUnmodifiableMap(Style::id, Function.identity()));
    }

    @Override
    public List<Pack> packs() {
        return packs;
    }

    @Override
    public Optional<Style> find(StyleId id) {
        return Optional.ofNullable(styles.get(id));
    }

    @Override
    public boolean preview(StyleId id, Path target) {
        if (!styles.containsKey(id)) {
            return false;
        }
        try (var picture = open("previews/%s.jpg".formatted(id.value()))) {
            Files.copy(picture, target, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (FileNotFoundException none) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String name() {
        return folder.map(own -> own.resolve(FILE).toString()).orElse("The program's own " + FILE);
    }

    private byte[] content() {
        try (var file = open(FILE)) {
            return file.readAllBytes();
        } catch (FileNotFoundException none) {
            throw new IllegalArgumentException(name() + " is not there", none);
        } catch (IOException e) {
            throw new IllegalArgumentException(name() + " cannot be read", e);
        }
    }

    private InputStream open(String relative) throws IOException {
        if (folder.isPresent()) {
            var file = folder.get().resolve(relative);
            if (!Files.isRegularFile(file)) {
                throw new FileNotFoundException(relative);
            }
            return Files.newInputStream(file);
        }
        var resource = JsonStylePacks.class.getResourceAsStream(BUNDLED + relative);
        if (resource == null) {
            throw new FileNotFoundException(relative);
        }
        return resource;
    }
}
