package app.aisha.adapters.postgres;

import static app.aisha.adapters.postgres.generated.Tables.TRANSCRIPT_DIGESTS;

import app.aisha.adapters.postgres.generated.enums.Digestkind;
import app.aisha.adapters.postgres.generated.enums.Digeststate;
import app.aisha.adapters.postgres.generated.tables.records.TranscriptDigestsRecord;
import app.aisha.core.account.UserId;
import app.aisha.core.digest.Content;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestId;
import app.aisha.core.digest.DigestProblem;
import app.aisha.core.digest.Request;
import app.aisha.core.transcript.TranscriptId;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Digests as rows and back, state by state. Content is JSON: its form, and the components of its records. */
final class DigestRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FORM = "form";

    private DigestRows() {}

    static Digest digest(TranscriptDigestsRecord row) {
        var heading = new Digest.Heading(
                new DigestId(row.getId()),
                new TranscriptId(row.getTranscriptId()),
                new UserId(row.getUserId()),
                request(row),
                row.getCreatedAt().toInstant(),
                row.getVersion());
        return switch (row.getState()) {
            case asked -> new Digest.Asked(heading);
            case ready -> new Digest.Ready(heading, content(row), row.getOmitted(), row.getModel());
            case failed -> new Digest.Failed(heading, DigestProblem.valueOf(row.getProblem()));
            case cancelled -> new Digest.Cancelled(heading);
        };
    }

    static TranscriptDigestsRecord row(Digest digest) {
        var row = headingRow(digest.heading());
        switch (digest) {
            case Digest.Asked _ -> row.setState(Digeststate.asked);
            case Digest.Ready ready -> {
                row.setState(Digeststate.ready);
                row.setContent(json(ready.content()));
                row.setOmitted(ready.omitted());
                row.setModel(ready.model());
            }
            case Digest.Failed failed -> {
                row.setState(Digeststate.failed);
                row.setProblem(failed.problem().name());
            }
            case Digest.Cancelled _ -> row.setState(Digeststate.cancelled);
        }
        return row;
    }

    static Condition asks(Request request) {
        var kind = TRANSCRIPT_DIGESTS.KIND.eq(kind(request));
        return request instanceof Request.Question(var words) ? kind.and(TRANSCRIPT_DIGESTS.QUESTION.eq(words)) : kind;
    }

    private static TranscriptDigestsRecord headingRow(Digest.Heading heading) {
        var row = new TranscriptDigestsRecord();
        row.setId(heading.id().value());
        row.setTranscriptId(heading.transcript().value());
        row.setUserId(heading.owner().value());
        row.setKind(kind(heading.request()));
        if (heading.request() instanceof Request.Question(var words)) {
            row.setQuestion(words);
        }
        row.setCreatedAt(heading.createdAt().atOffset(ZoneOffset.UTC));
        row.setVersion(heading.version());
        return row;
    }

    private static Digestkind kind(Request request) {
        return switch (request) {
            case Request.Summary _ -> Digestkind.summary;
            case Request.ToDo _ -> Digestkind.to_do;
            case Request.Protocol _ -> Digestkind.protocol;
            case Request.Question _ -> Digestkind.question;
        };
    }

    private static Request request(TranscriptDigestsRecord row) {
        return switch (row.getKind()) {
            case summary -> new Request.Summary();
            case to_do -> new Request.ToDo();
            case protocol -> new Request.Protocol();
            case question -> new Request.Question(row.getQuestion());
        };
    }

    private static JSONB json(Content content) {
        var json = JSON.<ObjectNode>valueToTree(content);
        return JSONB.jsonb(json.put(FORM, form(content)).toString());
    }

    private static Content content(TranscriptDigestsRecord row) {
        var json = JSON.readTree(row.getContent().data());
        return JSON.treeToValue(json, type(json.get(FORM).asString()));
    }

    private static String form(Content content) {
        return switch (content) {
            case Content.Summary _ -> "summary";
            case Content.ToDo _ -> "to_do";
            case Content.Protocol _ -> "protocol";
            case Content.Answer _ -> "answer";
        };
    }

    private static Class<? extends Content> type(String form) {
        return switch (form) {
            case "summary" -> Content.Summary.class;
            case "to_do" -> Content.ToDo.class;
            case "protocol" -> Content.Protocol.class;
            case "answer" -> Content.Answer.class;
            default -> throw new IllegalStateException("No content of the form " + form);
        };
    }
}
