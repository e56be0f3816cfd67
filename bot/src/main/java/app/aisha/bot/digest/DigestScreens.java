package app.aisha.bot.digest;

import app.aisha.bot.menu.MenuText;
import app.aisha.bot.screen.Button;
import app.aisha.bot.screen.Screen;
import app.aisha.bot.screen.Shortened;
import app.aisha.bot.screen.Text;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.transcript.Titles;
import app.aisha.bot.transcript.TranscriptAction;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.core.account.User;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestProblem;
import app.aisha.core.digest.Request;
import app.aisha.core.document.DocumentFormat;
import app.aisha.core.transcript.Transcript;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How digests look in each of their states. */
public final class DigestScreens {

    private static final int TASKS_OF_A_PAGE = 8;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_LABEL = 40;
    private static final int IN_A_ROW = 3;

    private final Texts texts;

    public DigestScreens(Texts texts) {
        this.texts = texts;
    }

    /** The digest as it stands; where it is long, the page of this number or the nearest there is. */
    Screen of(Digest digest, Transcript.Ready transcript, User user, int page) {
        return switch (digest) {
            case Digest.Asked asked -> making(asked, new DigestText.Making(title(asked, transcript)));
            case Digest.Ready ready -> {
                var pages = pages(ready, transcript, user);
                yield ready(ready, transcript, user, pages, Math.clamp(page, 0, pages.size() - 1));
            }
            case Digest.Failed failed ->
                over(failed, new DigestText.Failed(title(failed, transcript), reason(failed.problem())));
            case Digest.Cancelled cancelled -> over(cancelled, new DigestText.Cancelled(title(cancelled, transcript)));
        };
    }

    /** The page of the to-do list on which this task is. */
    Screen showing(int task, Digest.Ready digest, Transcript.Ready transcript, User user) {
        var pages = pages(digest, transcript, user);
        var page = 0;
        var after = pages.getFirst().size();
        while (task >= after && page < pages.size() - 1) {
            page++;
            after += pages.get(page).size();
        }
        return ready(digest, transcript, user, pages, page);
    }

    static Screen making(Digest.Asked asked, Text words) {
        return Screen.saying(words).button(new DigestText.CancelButton(), new DigestAction.Cancel(asked.id()));
    }

    private static Screen over(Digest digest, Text words) {
        return Screen.saying(words)
                .button(new DigestText.TryAgainButton(), new DigestAction.MakeAgain(digest.id()))
                .button(new TranscriptText.BackToTranscriptButton(), transcript(digest));
    }

    /** What it is and what it is made of. */
    static Text title(Digest digest, Transcript.Ready transcript) {
        var of = Titles.of(transcript.heading());
        return digest.heading().request() instanceof Request.Question(var words)
                ? new DigestText.AnswerTitle(Shortened.to(LONGEST_QUESTION, words), of)
                : new DigestText.Title(name(digest.heading().request()), of);
    }

    static Text name(Request request) {
        return switch (request) {
            case Request.Summary _ -> new DigestText.SummaryName();
            case Request.ToDo _ -> new DigestText.ToDoName();
            case Request.Protocol _ -> new DigestText.ProtocolName();
            case Request.Question _ -> new DigestText.AnswerName();
        };
    }

    private static Text reason(DigestProblem problem) {
        return switch (problem) {
            case REFUSED -> new DigestText.Refused();
            case UNFOUNDED -> new DigestText.Unfounded();
            case NO_SERVICE -> new DigestText.NoService();
            case GONE -> new DigestText.Gone();
            case INTERNAL -> new DigestText.Internal();
        };
    }

    private Screen ready(
            Digest.Ready digest, Transcript.Ready transcript, User user, List<List<Text>> pages, int page) {
        var number = pages.size() > 1 ? new DigestText.PageOf(page + 1, pages.size()) : new MenuText.Nothing();
        var screen = Screen.saying(new DigestText.Shown(
                title(digest, transcript), new MenuText.Both(lines(pages.get(page)), number), notes(digest)));
        var ticks = ticks(digest, pages, page, transcript, user);
        var turning = Stream.of(
                        page > 0 ? Optional.of(turn(digest, new DigestText.EarlierPageButton(), page - 1)) : none(),
                        page < pages.size() - 1
                                ? Optional.of(turn(digest, new DigestText.LaterPageButton(), page + 1))
                                : none())
                .flatMap(Optional::stream)
                .toArray(Button[]::new);
        return withUses(screen.rows(1, ticks).row(turning), digest);
    }

    private static Text lines(List<Text> page) {
        var gap = page.getFirst() instanceof DigestText.Heading ? new MenuText.Nothing() : new DigestText.Gap();
        return new MenuText.Both(gap, MenuText.all(page.stream()));
    }

    private List<List<Text>> pages(Digest.Ready digest, Transcript.Ready transcript, User user) {
        var lines = DigestLines.of(digest.content(), transcript.speakers(), texts, user.language());
        var most = digest.content() instanceof Content.ToDo ? TASKS_OF_A_PAGE : Integer.MAX_VALUE;
        return DigestPages.of(lines, most, texts, user.language());
    }

    private static Optional<Button> none() {
        return Optional.empty();
    }

    private static Button turn(Digest digest, Text label, int page) {
        return new Button(label, new DigestAction.Open(digest.id(), page));
    }

    private static Text notes(Digest.Ready digest) {
        return new DigestText.Notes(
                Shortened.to(LONGEST_LABEL, digest.model()),
                digest.omitted() > 0 ? new DigestText.Omitted(digest.omitted()) : new MenuText.Nothing());
    }

    /** One for each task of the page. */
    private Button[] ticks(
            Digest.Ready digest, List<List<Text>> pages, int page, Transcript.Ready transcript, User user) {
        if (!(digest.content() instanceof Content.ToDo(var tasks))) {
            return new Button[0];
        }
        var naming = DigestLines.naming(transcript.speakers(), texts, user.language());
        var first = pages.stream().limit(page).mapToInt(List::size).sum();
        return IntStream.range(first, Math.min(first + pages.get(page).size(), tasks.size()))
                .mapToObj(i ->
                        tick(digest, tasks.get(i), i, naming.named(tasks.get(i).what())))
                .toArray(Button[]::new);
    }

    private static Button tick(Digest digest, Content.Task task, int place, String what) {
        var label = Shortened.to(LONGEST_LABEL, what);
        return task.done()
                ? new Button(new DigestText.UntickButton(place + 1, label), new DigestAction.Untick(digest.id(), place))
                : new Button(new DigestText.TickButton(place + 1, label), new DigestAction.Tick(digest.id(), place));
    }

    private static Screen withUses(Screen screen, Digest.Ready digest) {
        var export = new Button(new DigestText.ExportButton(), new DigestAction.Export(digest.id()));
        var anew = new Button(new DigestText.MakeAgainButton(), new DigestAction.MakeAgain(digest.id()));
        var uses = digest.heading().request() instanceof Request.Question
                ? screen.row(
                        new Button(
                                new DigestText.AskAnotherButton(),
                                new DigestAction.Ask(digest.heading().transcript())),
                        export)
                : screen.row(export, anew);
        return uses.button(new TranscriptText.BackToTranscriptButton(), transcript(digest));
    }

    /** The choice of a format. Tasks go into calendars too. */
    Screen formats(Digest.Ready digest, Transcript.Ready transcript) {
        var formats = Arrays.stream(DocumentFormat.values())
                .filter(format -> !format.isSubtitles())
                .map(format -> new Button(
                        new DigestText.Format(format.label()), new DigestAction.ExportAs(digest.id(), format)));
        var calendar = digest.content().tasks().isEmpty()
                ? Stream.<Button>empty()
                : Stream.of(new Button(new DigestText.Format("iCalendar"), new DigestAction.Calendar(digest.id())));
        return Screen.saying(new DigestText.ChooseFormat(title(digest, transcript)))
                .rows(IN_A_ROW, Stream.concat(formats, calendar).toArray(Button[]::new))
                .button(new DigestText.BackButton(), new DigestAction.Open(digest.id(), 0));
    }

    private static TranscriptAction.Open transcript(Digest digest) {
        return TranscriptAction.Open.of(digest.heading().transcript());
    }
}
