package app.aisha.adapters.postgres;

import app.aisha.core.account.UserId;
import app.aisha.core.transcript.SearchQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQL;
import org.jooq.impl.DSL;

/**
 * A question in the terms of PostgreSQL. Each term is looked for by itself, because the title and the stretches of a text are
 * rows of their own.
 *
 * @param anyOf terms that go together, as {@code tsquery}
 */
record SearchTerms(List<List<Term>> anyOf) {

    private static final String WITH =
            "SELECT transcript_id FROM transcript_search WHERE words @@ (?::tsquery && ?::tsquery)";

    /** One term. */
    record Term(String tsquery, boolean wanted) {}

    /** Without the words that say nothing; empty where nothing is left. */
    static Optional<SearchTerms> of(SearchQuery query, DSLContext database) {
        var groups = query.anyOf().stream()
                .map(group -> terms(group, database))
                .filter(terms -> terms.stream().anyMatch(Term::wanted))
                .toList();
        return groups.isEmpty() ? Optional.empty() : Optional.of(new SearchTerms(groups));
    }

    private static List<Term> terms(SearchQuery.Group group, DSLContext database) {
        return group.terms().stream()
                .map(term -> new Term(tsquery(term.words(), database), term.wanted()))
                .filter(term -> !term.tsquery().isEmpty())
                .toList();
    }

    private static String tsquery(String words, DSLContext database) {
        return database.select(
                        DSL.field("phraseto_tsquery('russian', search_form({0}))::text", String.class, DSL.val(words)))
                .fetchSingle()
                .value1();
    }

    /** What is to be shown of a text: wherever one of the wanted terms is. */
    String anyWanted() {
        return String.join(
                " | ",
                anyOf.stream()
                        .flatMap(List::stream)
                        .filter(Term::wanted)
                        .map(term -> "(" + term.tsquery() + ")")
                        .toList());
    }

    /**
     * Asks for the owner's transcripts that have all terms of a group. They are found by their words first, because a plan that
     * goes through them in their order would unpack the words of each.
     *
     * @param rest what follows, about the table {@code found}
     */
    SQL found(UserId owner, String rest, Object... restBinds) {
        var sql = new ArrayList<String>();
        var binds = new ArrayList<Object>();
        for (var group : anyOf) {
            sql.add("((" + all(group, true, " INTERSECT ") + ")" + without(group) + ")");
            binds.addAll(bindsOf(group, true, owner));
            binds.addAll(bindsOf(group, false, owner));
        }
        binds.addAll(List.of(restBinds));
        return DSL.sql(
                "WITH found AS MATERIALIZED (" + String.join(" UNION ", sql)
                        + ") SELECT DISTINCT transcript_id FROM found " + rest,
                binds.toArray());
    }

    private static String without(List<Term> group) {
        return group.stream().allMatch(Term::wanted) ? "" : " EXCEPT (" + all(group, false, " UNION ") + ")";
    }

    private static String all(List<Term> group, boolean wanted, String between) {
        return String.join(
                between,
                group.stream()
                        .filter(term -> term.wanted() == wanted)
                        .map(_ -> WITH)
                        .toList());
    }

    private static List<Object> bindsOf(List<Term> group, boolean wanted, UserId owner) {
        return group.stream()
                .filter(term -> term.wanted() == wanted)
                .<Object>mapMulti((term, binds) -> {
                    binds.accept(term.tsquery());
                    binds.accept("'owner %s'".formatted(owner.value()));
                })
                .toList();
    }
}
