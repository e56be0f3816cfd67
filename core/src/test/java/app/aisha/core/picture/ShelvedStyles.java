package app.aisha.core.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two packs of styles, of which one style has a preview. */
public final class ShelvedStyles implements StylePacks {

    private static final Style SEA = style("sea", "Море", "Sea");
    private static final Style SNOW = style("snow", "Снег", "Snow");
    private static final Style OFFICE = style("office", "Офис", "Office");

    private static Style style(String id, String russian, String english) {
        return new Style(
                new StyleId(id),
                names(russian, english),
                "A picture of " + Wording.SLOT + ", " + english,
                names("Картинка: " + russian, ""));
    }

    private static Names names(String russian, String english) {
        return new Names(Map.of("ru", russian, "en", english));
    }

    @Override
    public List<Pack> packs() {
        return List.of(
                new Pack("nature", names("Природа", "Nature"), List.of(SEA, SNOW)),
                new Pack("work", names("Работа", "Work"), List.of(OFFICE)));
    }

    @Override
    public Optional<Style> find(StyleId id) {
        return packs().stream()
                .flatMap(pack -> pack.styles().stream())
                .filter(style -> style.id().equals(id))
                .findFirst();
    }

    @Override
    public boolean preview(StyleId id, Path target) {
        if (!id.equals(SEA.id())) {
            return false;
        }
        try {
            Files.write(target, new byte[] {1, 2, 3});
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
