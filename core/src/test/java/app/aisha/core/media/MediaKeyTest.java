package app.aisha.core.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "users/1/original.ogg", "a..b/c.", "-/_", "photo.tar.gz"})
    void segmentsMayHoldDotsButNotBeginWithOne(String value) {
        assertThat(new MediaKey(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/", "/a", "a/", "a//b", "..", "../a", "a/../b", "a/.b", ".", "a b", "a\\b", "é", "a\n", "a:b"
            })
    void aKeyThatCouldLeaveItsFolderIsRefused(String value) {
        assertThatThrownBy(() -> new MediaKey(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSegmentNoFileSystemCouldNameIsRefused() {
        assertThatThrownBy(() -> new MediaKey("a/" + "b".repeat(201))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MediaKey("a/" + "b".repeat(200)).value()).hasSize(202);
    }

    @Test
    void aKeyOfMoreThan512CharactersIsRefused() {
        assertThatThrownBy(() -> new MediaKey("abc/".repeat(128) + "d")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aForeignNameIsNoKey() {
        assertThat(MediaKey.of("lost+found/.trash")).isEmpty();
        assertThat(MediaKey.of("users/1/original.ogg")).contains(new MediaKey("users/1/original.ogg"));
    }
}
