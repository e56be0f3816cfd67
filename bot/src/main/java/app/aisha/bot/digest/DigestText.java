package app.aisha.bot.digest;

import app.aisha.bot.screen.Text;
import java.time.Duration;

/** Words about what is made of transcripts. */
public sealed interface DigestText extends Text {

    record SummaryButton() implements DigestText {}

    record ToDoButton() implements DigestText {}

    record ProtocolButton() implements DigestText {}

    record AskButton() implements DigestText {}

    record SummaryName() implements DigestText {}

    record ToDoName() implements DigestText {}

    record ProtocolName() implements DigestText {}

    record AnswerName() implements DigestText {}

    /** What it is and what it is made of. */
    record Title(Text name, Text transcript) implements DigestText {}

    record AnswerTitle(String question, Text transcript) implements DigestText {}

    record Making(Text title) implements DigestText {}

    record Reading(Text title, String bar, int done, int total) implements DigestText {}

    record Paused(Text title) implements DigestText {}

    record Cancelled(Text title) implements DigestText {}

    record Failed(Text title, Text reason) implements DigestText {}

    record Refused() implements DigestText {}

    record Unfounded() implements DigestText {}

    record NoService() implements DigestText {}

    record Gone() implements DigestText {}

    record Internal() implements DigestText {}

    /** A page of the result. */
    record Shown(Text title, Text lines, Text notes) implements DigestText {}

    /** Under a result. */
    record Notes(String model, Text omitted) implements DigestText {}

    record Omitted(int count) implements DigestText {}

    record PageOf(int page, int pages) implements DigestText {}

    /** Before lines without a heading. */
    record Gap() implements DigestText {}

    record Heading(Text name) implements DigestText {}

    record Participants() implements DigestText {}

    record Agenda() implements DigestText {}

    record Discussion() implements DigestText {}

    record Decisions() implements DigestText {}

    record Tasks() implements DigestText {}

    record Point(String words, Text place) implements DigestText {}

    /** The beginning of a point that is too long for one line. */
    record PointBegins(String words) implements DigestText {}

    record Place(Duration at) implements DigestText {}

    record OpenTask(int number, String what, Text conditions, Text place) implements DigestText {}

    record DoneTask(int number, String what, Text conditions, Text place) implements DigestText {}

    record Who(String name) implements DigestText {}

    record By(String words, Text date) implements DigestText {}

    record DueDate(String date) implements DigestText {}

    record NoTasks() implements DigestText {}

    record NotSaid() implements DigestText {}

    record TickButton(int number, String what) implements DigestText {}

    record UntickButton(int number, String what) implements DigestText {}

    record AskQuestion(Text transcript) implements DigestText {}

    record BadQuestion(int limit) implements DigestText {}

    record AskAnotherButton() implements DigestText {}

    record Begun() implements DigestText {}

    record UnderWay() implements DigestText {}

    record NothingSaid() implements DigestText {}

    record NotFound() implements DigestText {}

    record OverAlready() implements DigestText {}

    record Stopped() implements DigestText {}

    record Ticked() implements DigestText {}

    record Unticked() implements DigestText {}

    record MakeAgainButton() implements DigestText {}

    record TryAgainButton() implements DigestText {}

    record CancelButton() implements DigestText {}

    record ExportButton() implements DigestText {}

    record ChooseFormat(Text title) implements DigestText {}

    record Format(String label) implements DigestText {}

    record BackButton() implements DigestText {}

    record EarlierPageButton() implements DigestText {}

    record LaterPageButton() implements DigestText {}

    record File(Text title) implements DigestText {}

    record FileSent() implements DigestText {}

    record QuestionLabel() implements DigestText {}
}
