package app.aisha.simulators.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.aisha.simulators.openai.Ffmpeg;
import app.aisha.simulators.openai.Tones;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebM as browsers record it becomes Ogg as phones send it, with the same sound. */
class VoiceTest {
    private static final int WAV_HEADER = 44;
    private static final int RATE = 48_000;

    private static byte[] webm(double seconds, String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("-c:a", "libopus", "-b:a", "32k"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-f", "webm"));
        return Ffmpeg.convert(Tones.speech(5, seconds).wav(), arguments.toArray(String[]::new));
    }

    private static byte[] samples(byte[] audio) throws Exception {
        var wav = Ffmpeg.convert(audio, "-ar", Integer.toString(RATE), "-ac", "1", "-bitexact", "-f", "wav");
        return Arrays.copyOfRange(wav, WAV_HEADER, wav.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void theSoundIsTheSameWhetherOrNotSizesWereKnownWhileRecording(String live) throws Exception {
        var recording = webm(70, "-live", live);
        var voice = OggOpus.of(recording);
        assertThat(new String(voice.bytes(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("OggS");
        assertThat(voice.seconds()).isCloseTo(70, within(0.1));
        var sent = samples(voice.bytes());
        var recorded = samples(recording);
        assertThat(sent.length).isCloseTo(recorded.length, within(RATE / 10 * 2));
        int compared = Math.min(sent.length, recorded.length) - RATE / 10 * 2;
        assertThat(Arrays.compare(sent, 0, compared, recorded, 0, compared)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5", "5", "10", "20", "40", "60"})
    void packetsOfEveryLengthAreTimedRightly(String milliseconds) throws Exception {
        var voice = OggOpus.of(webm(3, "-frame_duration", milliseconds, "-application", "audio"));
        assertThat(voice.seconds()).isCloseTo(3, within(0.15));
    }

    @Test
    void narrowSpeechPacketsAreTimedRightly() throws Exception {
        var voice = OggOpus.of(webm(3, "-application", "voip", "-ar", "8000", "-b:a", "8k"));
        assertThat(voice.seconds()).isCloseTo(3, within(0.1));
    }

    @Test
    void aRecordingCutInTheMiddleIsTakenUpToThere() throws Exception {
        var whole = webm(10);
        var voice = OggOpus.of(Arrays.copyOf(whole, whole.length / 2));
        assertThat(voice.seconds()).isBetween(3.0, 7.0);
        assertThat(samples(voice.bytes())).isNotEmpty();
    }

    @Test
    void anOggRecordingIsTakenAsItIs() throws Exception {
        var ogg = Ffmpeg.convert(Tones.speech(5, 4).wav(), "-c:a", "libopus", "-f", "ogg");
        var voice = OggOpus.of(ogg);
        assertThat(voice.bytes()).isSameAs(ogg);
        assertThat(voice.seconds()).isCloseTo(4, within(0.1));
    }

    @Test
    void otherBytesAreNoRecording() throws Exception {
        var other = new String(webm(1), StandardCharsets.ISO_8859_1).replace("A_OPUS", "A_FLAC");
        assertThatThrownBy(() -> OggOpus.of(other.getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("no Opus track");
        assertThatThrownBy(() -> OggOpus.of(new byte[100])).hasMessageContaining("neither WebM nor Ogg");
        assertThatThrownBy(() -> OggOpus.of("OggS!".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("no Ogg page");
        var whole = webm(2);
        assertThatThrownBy(() -> OggOpus.of(Arrays.copyOf(whole, 60))).hasMessageContaining("no Opus track");
    }

    @Test
    void everyBrokenRecordingIsRefusedOrTakenButNeverCrashes() throws Exception {
        var whole = webm(1);
        var random = new java.util.Random(11);
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            var broken = whole.clone();
            for (int j = 0; j < 1 + i % 8; j++) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                taken += OggOpus.of(broken).seconds() >= 0 ? 1 : 0;
            } catch (UnreadableRecording refused) {
                assertThat(refused.reason()).isNotBlank();
            }
        }
        assertThat(taken).isPositive();
    }
}
