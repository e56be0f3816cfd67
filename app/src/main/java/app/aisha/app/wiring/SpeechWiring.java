package app.aisha.app.wiring;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.ffmpeg.FfmpegSoundCutter;
import app.aisha.adapters.ffmpeg.FfmpegSoundEncoder;
import app.aisha.adapters.ffmpeg.FfmpegSoundInspector;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiTranscriber;
import app.aisha.app.settings.Settings;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tools for sound and the service that recognises speech. */
@Configuration(proxyBeanMethods = false)
class SpeechWiring {

    @Bean
    Ffmpeg ffmpeg(Settings settings) throws SoundToolUnavailable, InterruptedException {
        return Ffmpeg.find(new FfmpegSettings(
                settings.general().ffmpeg(), settings.general().data().resolve("ffmpeg")));
    }

    @Bean
    SoundInspector soundInspector(Ffmpeg ffmpeg) {
        return new FfmpegSoundInspector(ffmpeg);
    }

    @Bean
    SoundCutter soundCutter(Ffmpeg ffmpeg) {
        return new FfmpegSoundCutter(ffmpeg);
    }

    @Bean
    SoundEncoder soundEncoder(Ffmpeg ffmpeg) {
        return new FfmpegSoundEncoder(ffmpeg);
    }

    @Bean
    Transcriber transcriber(Settings settings, SoundEncoder encoder, InstantSource clock) {
        var speech = settings.speech().orElseThrow();
        var general = settings.general();
        return new OpenAiTranscriber(
                new OpenAiSettings(speech.baseUrl(), speech.key(), general.speechModel(), general.proxy()),
                encoder,
                clock);
    }
}
