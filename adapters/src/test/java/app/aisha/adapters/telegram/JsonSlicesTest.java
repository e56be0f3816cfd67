package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSlicesTest {

    @Test
    void anArrayIsCutIntoItsElements() {
        assertThat(JsonSlices.elements(" [1 , \"a,]\\\"\" ,{\"b\":[2,\"}\"]}, [[]],null ] "))
                .contains(List.of("1", "\"a,]\\\"\"", "{\"b\":[2,\"}\"]}", "[[]]", "null"));
        assertThat(JsonSlices.elements("[]")).contains(List.of());
    }

    @Test
    void anObjectIsCutIntoItsMembers() {
        assertThat(JsonSlices.members("{ \"ok\" : true,\"x\\\"y\":\"{\",\"result\":[{\"ok\":1}] , \"ok\":7}"))
                .contains(Map.of("ok", "7", "x\\y", "\"{\"", "result", "[{\"ok\":1}]"));
        assertThat(JsonSlices.members(" {} ")).contains(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[", "[1", "[1,", "[1,]", "[,1]", "[1]x", "[\"a", "[\"a\\", "{}", "[[1]", "[1 2]"})
    void whatIsNoArrayHasNoElements(String json) {
        assertThat(JsonSlices.elements(json)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{1}", "{\"a\":}", "{\"a\":1", "{\"a\"1}", "{\"a\":1,}", "[]", "{\"a\":1}}"})
    void whatIsNoObjectHasNoMembers(String json) {
        assertThat(JsonSlices.members(json)).isEqualTo(Optional.empty());
    }

    @Test
    void partsAsDeepAsTheyLikeNeedNoStack() {
        var deep = "[".repeat(500_000) + "]".repeat(500_000);

        assertThat(JsonSlices.elements("[1," + deep + "]")).contains(List.of("1", deep));
        assertThat(JsonSlices.depth(deep)).isEqualTo(500_000);
    }

    @Test
    void bracketsInsideStringsAreNotDepth() {
        assertThat(JsonSlices.depth("{\"a\":\"[[[\\\"[[[\",\"b\":[1]}")).isEqualTo(2);
    }

    @Test
    void aWholeTextIsCutAsAParserWouldCutIt() {
        var updates = new MalformedUpdates(7);
        for (var i = 0; i < 300; i++) {
            var sound = updates.next();
            if (!isJson(sound)) {
                continue;
            }
            var parsed = JsonParser.parseString("[" + sound + ",1]");
            assertThat(JsonSlices.elements("[" + sound + ",1]").orElseThrow())
                    .hasSize(((JsonArray) parsed).size())
                    .last()
                    .isEqualTo("1");
        }
    }

    private static boolean isJson(String text) {
        try {
            var reader = new JsonReader(new StringReader(text));
            reader.setStrictness(Strictness.STRICT);
            reader.skipValue();
            return reader.peek() == JsonToken.END_DOCUMENT;
        } catch (IOException | IllegalStateException _) {
            return false;
        }
    }
}
