package app.aisha.app.console;

import static app.aisha.app.console.Terminal.DONE;

import app.aisha.adapters.whisper.KnownModel;
import app.aisha.adapters.whisper.ModelDownload;
import app.aisha.adapters.whisper.ModelNotFetched;
import app.aisha.app.settings.BadSettings;
import app.aisha.app.settings.ConsoleSettings;
import app.aisha.app.settings.Environment;
import app.aisha.app.settings.SettingsReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code speech …}. */
@Command(
        name = "speech",
        description = {
            "Looks after models that recognise speech on this machine, without a key or a service.",
            "What would change anything is only shown unless --apply is given."
        })
public final class SpeechCommands {

    private static final String USUAL = "small";
    private static final double MEGABYTE = 1e6;
    private static final int TENTH = 10;

    private final Environment environment;
    private final Terminal terminal;

    public SpeechCommands(Environment environment, Terminal terminal) {
        this.environment = environment;
        this.terminal = terminal;
    }

    @Command(description = "Lists the models that can be fetched.")
    int models() throws BadSettings {
        var installed = SettingsReader.readForConsole(environment).models();
        terminal.say("%-20s %8s  %-7s %-9s %-64s  %s"
                .formatted("model", "size", "licence", "installed", "SHA-256", "remark"));
        for (var model : KnownModel.ALL) {
            terminal.say("%-20s %8s  %-7s %-9s %s  %s"
                    .formatted(
                            model.name(),
                            megabytes(model.bytes()),
                            KnownModel.LICENCE,
                            installed.fileOf(model).toFile().isFile() ? "yes" : "no",
                            model.sha256(),
                            model.remark()));
        }
        return DONE;
    }

    @Command(description = "Fetches a model into AISHA_DATA/models, through HTTP_PROXY_URL where it is set.")
    int install(
            @Parameters(
                            paramLabel = "MODEL",
                            defaultValue = USUAL,
                            description = "one that models lists; " + USUAL + " unless given")
                    String name,
            @Option(
                            names = "--from",
                            paramLabel = "URL",
                            description = "where its file is, if not at whisper.cpp's on Hugging Face")
                    Optional<URI> from,
            @Option(names = "--apply", description = Intent.APPLY) boolean apply)
            throws BadSettings, InterruptedException {
        var settings = SettingsReader.readForConsole(environment);
        var root = from.orElse(KnownModel.PUBLISHED);
        if (!String.valueOf(root.getScheme()).matches("https?") || root.getHost() == null) {
            return terminal.fail("--from is an address http://… or https://…");
        }
        var known = KnownModel.named(name);
        return known.isPresent()
                ? install(known.get(), root, settings, apply)
                : terminal.fail("There is no model %s: it is one of %s."
                        .formatted(
                                name,
                                KnownModel.ALL.stream().map(KnownModel::name).collect(Collectors.joining(", "))));
    }

    private int install(KnownModel model, URI root, ConsoleSettings settings, boolean apply)
            throws InterruptedException {
        var download = new ModelDownload(settings.proxy(), root, settings.models());
        terminal.say("model: " + model.name() + ", " + model.remark());
        terminal.say("size: %s (%d bytes); about as much memory while Aisha runs"
                .formatted(megabytes(model.bytes()), model.bytes()));
        terminal.say("licence: " + KnownModel.LICENCE + ", OpenAI's Whisper as published for whisper.cpp");
        terminal.say("source: " + model.addressBelow(root));
        terminal.say("SHA-256: " + model.sha256());
        terminal.say("file: " + settings.models().fileOf(model));
        if (download.isInstalled(model)) {
            terminal.say("It is installed; nothing was changed.");
            return use(settings.models().fileOf(model));
        }
        if (!apply) {
            terminal.say("Dry run: nothing was fetched. Add --apply.");
            return DONE;
        }
        try {
            var file = download.fetch(model, progress(model));
            terminal.say("Installed: size and checksum are right.");
            return use(file);
        } catch (ModelNotFetched e) {
            return terminal.fail(String.valueOf(e.getMessage()));
        }
    }

    private int use(Path file) {
        terminal.say("The sandbox uses it by itself where no key is set; for anything else set");
        terminal.say("SPEECH_MODEL_FILE=" + file.toAbsolutePath().normalize());
        return DONE;
    }

    /** A line for each tenth. */
    private LongConsumer progress(KnownModel model) {
        return new LongConsumer() {

            private long told;

            @Override
            public void accept(long got) {
                var tenths = got * TENTH / model.bytes();
                if (tenths > told) {
                    told = tenths;
                    terminal.say("%d %%, %s".formatted(tenths * TENTH, megabytes(got)));
                }
            }
        };
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / MEGABYTE);
    }
}
