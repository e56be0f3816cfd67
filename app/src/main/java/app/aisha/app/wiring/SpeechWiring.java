package app.aisha.app.wiring;

import app.aisha.adapters.ffmpeg.Ffmpeg;
import app.aisha.adapters.ffmpeg.FfmpegSettings;
import app.aisha.adapters.ffmpeg.FfmpegSoundCutter;
import app.aisha.adapters.ffmpeg.FfmpegSoundEncoder;
import app.aisha.adapters.ffmpeg.FfmpegSoundInspector;
import app.aisha.adapters.openai.OpenAiSettings;
import app.aisha.adapters.openai.OpenAiTranscriber;
import app.aisha.adapters.whisper.ModelUnusable;
import app.aisha.adapters.whisper.WhisperModel;
import app.aisha.adapters.whisper.WhisperTranscriber;
import app.aisha.app.observe.Calls;
import app.aisha.app.observe.Circuits;
import app.aisha.app.observe.WatchedTranscriber;
import app.aisha.app.settings.Settings;
import app.aisha.core.transcript.SoundCutter;
import app.aisha.core.transcript.SoundEncoder;
import app.aisha.core.transcript.SoundInspector;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber;
import app.aisha.core.work.OperatorAlarm;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tools for sound and what recognises speech. */
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
    OperatorAlarm operatorAlarm() {
        return new LoggedOperatorAlarm();
    }

    @Bean
    Transcriber transcriber(
            Settings settings,
            SoundEncoder encoder,
            OperatorAlarm alarm,
            InstantSource clock,
            Circuits circuits,
            Calls calls) {
        var transcriber = switch (settings.speech().orElseThrow()) {
            case Settings.Speech.Service service -> {
                var asked = asking(service, settings.general(), encoder, alarm, clock);
                circuits.add("speech", asked.circuit());
                yield asked;
            }
            case Settings.Speech.Local(var model) -> listening(model);
        };
        return new WatchedTranscriber(transcriber, calls);
    }

    private static Transcriber listening(WhisperModel model) {
        try {
            return WhisperTranscriber.load(model);
        } catch (ModelUnusable e) {
            throw new IllegalStateException("SPEECH_MODEL_FILE: " + e.getMessage());
        }
    }

    /** What the service can do is found out beside the start, which does not wait for it. */
    private static OpenAiTranscriber asking(
            Settings.Speech.Service service,
            Settings.General general,
            SoundEncoder encoder,
            OperatorAlarm alarm,
            InstantSource clock) {
        var transcriber = new OpenAiTranscriber(
                new OpenAiSettings(
                        service.baseUrl(),
                        service.key(),
                        general.speechModel(),
                        general.proxy(),
                        service.probing(),
                        service.pause()),
                encoder,
                alarm,
                clock);
        Thread.ofVirtual().name("speech-probe").start(() -> probe(transcriber));
        return transcriber;
    }

    private static void probe(OpenAiTranscriber transcriber) {
        try {
            transcriber.probe();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
