package app.aisha.adapters.photos;

import org.jspecify.annotations.Nullable;

/** Turns one pixel as it is stored, 8 bits a band, into red, green and blue; what is see-through lies on white. */
sealed interface Pigment {

    /** How many bands a stored pixel has. */
    int bands();

    /** Writes three bytes. */
    void mix(byte[] stored, int at, byte[] rgb, int to);

    /** Grey, grey with alpha, colours, colours with alpha. */
    record Plain(int bands) implements Pigment {

        @Override
        public void mix(byte[] stored, int at, byte[] rgb, int to) {
            var grey = bands < Canvas.BANDS;
            for (var band = 0; band < Canvas.BANDS; band++) {
                var value = stored[at + (grey ? 0 : band)];
                rgb[to + band] = bands % 2 == 0 ? onWhite(value, stored[at + bands - 1] & 0xFF) : value;
            }
        }
    }

    /** Numbers of colours. */
    final class Palette implements Pigment {

        private final byte[] colours;
        private final byte @Nullable [] alphas;
        private final int scale;

        /**
         * A palette.
         *
         * @param colours red, green, blue for each
         * @param alphas for the first ones; the others cover
         * @param scale by what a number was multiplied
         */
        Palette(byte[] colours, byte @Nullable [] alphas, int scale) {
            this.colours = colours;
            this.alphas = alphas;
            this.scale = scale;
        }

        @Override
        public int bands() {
            return 1;
        }

        @Override
        public void mix(byte[] stored, int at, byte[] rgb, int to) {
            var number = (stored[at] & 0xFF) / scale;
            for (var band = 0; band < Canvas.BANDS; band++) {
                var place = number * Canvas.BANDS + band;
                var value = place < colours.length ? colours[place] : 0;
                rgb[to + band] =
                        alphas != null && number < alphas.length ? onWhite(value, alphas[number] & 0xFF) : value;
            }
        }
    }

    /** Cyan, magenta, yellow, black without a profile. */
    record Inks() implements Pigment {

        @Override
        public int bands() {
            return 4;
        }

        @Override
        public void mix(byte[] stored, int at, byte[] rgb, int to) {
            var light = 255 - (stored[at + 3] & 0xFF);
            for (var band = 0; band < Canvas.BANDS; band++) {
                rgb[to + band] = (byte) ((255 - (stored[at + band] & 0xFF)) * light / 255);
            }
        }
    }

    private static byte onWhite(byte value, int alpha) {
        return (byte) (((value & 0xFF) * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}
