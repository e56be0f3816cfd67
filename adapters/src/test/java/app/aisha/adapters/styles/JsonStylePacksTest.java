package app.aisha.adapters.styles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.core.picture.StyleId;
import app.aisha.core.picture.StylePacks.Style;
import app.aisha.core.picture.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonStylePacksTest {

    private static final String STYLE =
            "{'id':'noir','names':{'ru':'Нуар','en':'Noir'},'prompt':'{subject} at night','readings':{'ru':'ночью'}}";
    private static final String FILE =
            "{'packs':[{'id':'cinema','names':{'ru':'Кино','en':'Cinema'},'styles':[%s]}]}".formatted(STYLE);

    private static final int LARGEST_PREVIEW = 25_000;
    private static final int SIDE = 320;

    @TempDir
    private Path folder;

    private JsonStylePacks own(String file) throws IOException {
        Files.writeString(folder.resolve("styles.json"), file.replace('\'', '"'));
        return new JsonStylePacks(Optional.of(folder));
    }

    private static List<Style> bundled() {
        return new JsonStylePacks(Optional.empty())
                .packs().stream().flatMap(pack -> pack.styles().stream()).toList();
    }

    @Test
    void theProgramBringsStylesForEveryTaste() {
        var packs = new JsonStylePacks(Optional.empty());

        assertThat(packs.packs()).hasSizeGreaterThanOrEqualTo(6).allSatisfy(pack -> assertThat(pack.styles())
                .hasSizeGreaterThanOrEqualTo(4));
        assertThat(bundled()).hasSizeGreaterThanOrEqualTo(24).allSatisfy(style -> {
            assertThat(packs.find(style.id())).hasValue(style);
            assertThat(style.prompt().split(" ")).as(style.prompt()).hasSizeBetween(40, 90);
            assertThat(style.prompt()).containsOnlyOnce(Wording.SLOT);
            assertThat(style.readings().in(Locale.of("ru"))).matches("[^A-Za-z{}]{100,400}");
            assertThat(style.names().in(Locale.of("ru"))).matches("[\\p{IsCyrillic} -]{3,24}");
            assertThat(style.names().in(Locale.ENGLISH)).matches("[A-Z][\\p{IsLatin}' -]{2,23}");
        });
        for (var language : List.of(Locale.of("ru"), Locale.ENGLISH)) {
            assertThat(bundled().stream().map(style -> style.names().in(language)))
                    .doesNotHaveDuplicates();
        }
        assertThat(packs.find(new StyleId("no-such-style"))).isEmpty();
    }

    @Test
    void everyStyleOfTheProgramHasAPreviewOfItsOwn() throws IOException {
        var packs = new JsonStylePacks(Optional.empty());
        var seen = new HashSet<String>();
        var target = folder.resolve("preview.jpg");
        for (var style : bundled()) {
            assertThat(packs.preview(style.id(), target)).as(style.id().value()).isTrue();
            assertThat(Files.size(target)).as(style.id().value()).isBetween(3_000L, (long) LARGEST_PREVIEW);
            var picture = ImageIO.read(target.toFile());
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(SIDE, SIDE);
            assertThat(seen.add(new String(Files.readAllBytes(target), java.nio.charset.StandardCharsets.ISO_8859_1)))
                    .as(style.id().value())
                    .isTrue();
        }
        assertThat(packs.preview(new StyleId("no-such-style"), target)).isFalse();
    }

    @Test
    void anOperatorsFolderStandsInPlaceOfTheBundledOne() throws IOException {
        var packs = own(FILE);
        var target = folder.resolve("copy.jpg");

        assertThat(packs.packs()).singleElement().satisfies(pack -> {
            assertThat(pack.id()).isEqualTo("cinema");
            assertThat(pack.names().in(Locale.of("ru"))).isEqualTo("Кино");
            assertThat(pack.styles().getFirst().prompt()).isEqualTo("{subject} at night");
        });
        assertThat(packs.preview(new StyleId("noir"), target)).isFalse();

        Files.createDirectory(folder.resolve("previews"));
        Files.writeString(folder.resolve("previews/noir.jpg"), "a picture");
        assertThat(packs.preview(new StyleId("noir"), target)).isTrue();
        assertThat(target).hasContent("a picture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'id':'noir'|'id':'Noir!'|style \"Noir!\" has an id that is not",
                "'id':'noir',||style \"\" lacks \"id\"",
                "'ru':'Нуар',||style \"noir\", names lacks \"ru\"",
                "'en':'Noir'|'en':' '|style \"noir\", names lacks \"en\"",
                "'en':'Noir'|'en':'Noir','de':'Schwarz'|style \"noir\", names has the unknown field \"de\"",
                "'en':'Noir'|'en':'A name that no button can hold'|style \"noir\", names has 30 characters in \"en\", at most 24",
                "{subject} at night|at night|style \"noir\" has to say {subject} exactly once",
                "{subject} at night|{subject} and {subject}|style \"noir\" has to say {subject} exactly once",
                "{subject} at night|{subject} ночью|style \"noir\" has a prompt that is not in English",
                "{subject} at night|{subject}\\nat night|style \"noir\" has a line break in \"prompt\"",
                "'prompt':'{subject} at night',||style \"noir\" lacks \"prompt\"",
                "'prompt':|'Prompt':|style \"noir\" has the unknown field \"Prompt\"",
                "{'ru':'ночью'}|{}|style \"noir\", readings lacks \"ru\"",
                "{'ru':'ночью'}|'ночью'|style \"noir\", readings has to be an object with ru",
                "'ru':'ночью'|'ru':'{subject} ночью'|style \"noir\" has {subject} in a reading",
                "'id':'cinema'|'id':'CINEMA'|pack \"CINEMA\" has an id that is not",
                "'en':'Cinema'|'ru':'Кино'|no JSON at line 1",
                "'names':{'ru':'Кино','en':'Cinema'},||pack \"cinema\", names has to be an object with en, ru",
                "'styles'|'style'|pack \"cinema\" has the unknown field \"style\"",
                "{'packs'|{'more':1,'packs'|the file has the unknown field \"more\"",
                "]}]}|]}]|is no JSON at line"
            })
    void everyMistakeIsRefusedInASentenceThatNamesFileAndStyle(String good, String bad, String sentence) {
        assertThat(FILE).contains(good);

        assertThatThrownBy(() -> own(FILE.replace(good, bad == null ? "" : bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.resolve("styles.json").toString())
                .hasMessageContaining(sentence);
    }

    @Test
    void nothingIsThereTwiceAndNothingIsEmpty() {
        assertThatThrownBy(() -> own(FILE.replace(STYLE, STYLE + "," + STYLE)))
                .hasMessageContaining("style \"noir\" is there twice");
        var pack = FILE.substring(FILE.indexOf('['), FILE.length() - 2).substring(1);
        assertThatThrownBy(() -> own(FILE.replace(pack, pack + "," + pack.replace("noir", "day"))))
                .hasMessageContaining("pack \"cinema\" is there twice");
        assertThatThrownBy(() -> own(FILE.replace(STYLE, "")))
                .hasMessageContaining("pack \"cinema\" has no list \"styles\"");
        assertThatThrownBy(() -> own("{'packs':[]}")).hasMessageContaining("the file has no list \"packs\"");
        assertThatThrownBy(() -> own(FILE.replace("at night", "a".repeat(StylesFile.LONGEST_PROMPT))))
                .hasMessageContaining("at most 900");
        assertThatThrownBy(() -> new JsonStylePacks(Optional.of(folder.resolve("nowhere"))))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("is not there");
    }
}
