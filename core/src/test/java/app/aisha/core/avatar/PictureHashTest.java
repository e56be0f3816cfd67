package app.aisha.core.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureHashTest {

    private static final long BITS = 0x0123_4567_89AB_CDEFL;
    private static final long OTHERS = ~BITS;

    @Test
    void aFewBitsMakeNoOtherPicture() {
        var picture = new PictureHash(BITS, OTHERS);

        assertThat(picture.isSameAs(new PictureHash(BITS ^ 0b11_1111_1111, 0))).isTrue();
        assertThat(picture.isSameAs(new PictureHash(BITS ^ 0b111_1111_1111, 0))).isFalse();
    }

    @Test
    void aMirroredPictureIsTheSame() {
        assertThat(new PictureHash(BITS, OTHERS).distance(new PictureHash(OTHERS, BITS)))
                .isZero();
    }
}
