package app.aisha.core.media;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryMediaStoreTest implements MediaStoreContract {

    private final InMemoryMediaStore store = new InMemoryMediaStore();

    @Override
    public MediaStore store() {
        return store;
    }

    @Test
    void aStoreThatIsAwaySaysSo() {
        store.setAway(true);

        assertThatThrownBy(() -> store.size(new MediaKey("a"))).isInstanceOf(MediaUnavailable.class);
    }
}
