package app.aisha.simulators.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of what the server's HTML parser makes of texts. */
class HtmlTextTest {

    private static String entities(Formatted formatted) {
        return formatted.entities().stream()
                .map(entity -> "%s %d+%d%s"
                        .formatted(
                                entity.type(),
                                entity.offset(),
                                entity.length(),
                                entity.details().isEmpty() ? "" : " " + entity.details()))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain|plain|``",
                "<b>x</b>|x|bold 0+1",
                "<STRONG>x</strong>|x|bold 0+1",
                "<i>x</i><em>y</em>|xy|italic 0+1; italic 1+1",
                "<u>x</u><ins>y</ins>|xy|underline 0+1; underline 1+1",
                "<s>x</s><strike>y</strike><del>z</del>|xyz|strikethrough 0+1; strikethrough 1+1; strikethrough 2+1",
                "<tg-spoiler>x</tg-spoiler>|x|spoiler 0+1",
                "<span class=\"tg-spoiler\">x</span>|x|spoiler 0+1",
                "<code>a&lt;b</code>|a<b|code 0+3",
                "<pre>x</pre>|x|pre 0+1",
                "<pre><code class=\"language-java\">x</code></pre>|x|pre 0+1 {\"language\":\"java\"}",
                "<code class=\"language-java\">x</code>|x|code 0+1",
                "<pre>a <b>b</b></pre>|a b|pre 0+3",
                "<a href=\"https://example.org/?a=1&amp;b=2\">x</a>|x|text_link 0+1"
                        + " {\"url\":\"https://example.org/?a=1&b=2\"}",
                "<a href='http://example.org'>x</a>|x|text_link 0+1 {\"url\":\"http://example.org/\"}",
                "<a href=\"tg://user?id=1\">x</a>|x|text_link 0+1 {\"url\":\"tg://user?id=1\"}",
                "<a href=\"nonsense\">x</a>|x|``",
                "<a href=\"javascript:x\">x</a>|x|``",
                "<a>example.org</a>|example.org|text_link 0+11 {\"url\":\"http://example.org/\"}",
                "<blockquote>x</blockquote>|x|blockquote 0+1",
                "<blockquote expandable>x</blockquote>|x|expandable_blockquote 0+1",
                "<blockquote><b>x</b></blockquote>|x|blockquote 0+1; bold 0+1",
                "<tg-emoji emoji-id=\"5\">x</tg-emoji>|x|custom_emoji 0+1 {\"custom_emoji_id\":\"5\"}",
                "<b>a<i>b</i>c</b>|abc|bold 0+3; italic 1+1",
                "<b>x</>|x|bold 0+1",
                "<b >x</b >|x|bold 0+1",
                "<b></b>y|y|``",
                "😀<b>x</b>|😀x|bold 2+1",
                "&lt;&gt;&amp;&quot;|<>&\"|``",
                "&#65;&#x42;&#128512;|AB😀|``",
                "&nbsp;&unknown; & &#0;|&nbsp;&unknown; & &#0;|``",
                "  <b>x</b>  |x|bold 0+1",
                "a > b|a > b|``",
                "<b>see</b> /help|see /help|bold 0+3; bot_command 4+5",
                "go to https://example.org/x.|go to https://example.org/x.|url 6+21",
            })
    void readsWhatIsWellFormed(String html, String text, String expected) {
        var formatted = new HtmlText(html).parse();
        var call = new Call("sendMessage", Map.of("text", html, "parse_mode", "HTML"), Map.of());

        assertThat(Formatted.given(call, "text").text()).isEqualTo(text);
        assertThat(entities(Formatted.given(call, "text"))).isEqualTo(expected);
        assertThat(formatted.text().strip()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<b>x|Can't find end tag corresponding to start tag \"b\"",
                "x</b>|Unexpected end tag at byte offset 1",
                "я</b>|Unexpected end tag at byte offset 2",
                "<b>x</i>|Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"",
                "<h1>x</h1>|Unsupported start tag \"h1\" at byte offset 0",
                "1 < 2|Unsupported start tag \"\" at byte offset 2",
                "1 < 2 >|Unsupported start tag \"\" at byte offset 2",
                "<b|Unclosed start tag at byte offset 0",
                "<a href=\"x|Unclosed start tag \"a\" at byte offset 0",
                "<a href|Unclosed start tag \"a\" at byte offset 0",
                "<a href>x</a>|Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0",
                "<a =x>x</a>|Empty attribute name in the tag \"a\" at byte offset 0",
                "<a href=a/b>x</a>|Unexpected end of name token at byte offset 8",
                "<b>x</b|Unclosed end tag at byte offset 4",
                "<span>x</span>|Tag \"span\" must have class \"tg-spoiler\" at byte offset 0",
                "<blockquote>a<blockquote>b</blockquote></blockquote>|Can't nest tag \"blockquote\" at byte offset 13",
            })
    void complainsLikeTheServer(String html, String complaint) {
        assertThatThrownBy(() -> new HtmlText(html).parse())
                .isInstanceOf(Refusal.class)
                .hasMessage("Bad Request: can't parse entities: " + complaint);
    }

    @Test
    void anAttributeValueNeedsNoQuotes() {
        assertThat(entities(new HtmlText("<span class=tg-spoiler>x</span>").parse()))
                .isEqualTo("spoiler 0+1");
    }
}
