package app.aisha.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.transcript.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;

/** In which order the turns of a conversation were put; a turn is what one says until the other begins a sentence. */
final class TurnOrder {

    /** The number of a turn for each word, in the order in which the words were put. */
    private final List<Integer> words;

    private final int turns;

    private TurnOrder(List<Integer> words, int turns) {
        this.words = words;
        this.turns = turns;
    }

    /** Of a conversation that the first voice begins, all words of which were heard. */
    static TurnOrder of(ToneSpeech speech, List<Passage> passages) {
        var turnsLeft = List.<Queue<Integer>>of(new ArrayDeque<>(), new ArrayDeque<>());
        var wordsLeft = List.<Queue<String>>of(new ArrayDeque<>(), new ArrayDeque<>());
        var turn = -1;
        var voice = -1;
        for (var sentence : speech.sentences().stream()
                .sorted(Comparator.comparingDouble(ToneSpeech.Said::start))
                .toList()) {
            turn += sentence.voice() == voice ? 0 : 1;
            voice = sentence.voice();
            for (var word : sentence.text().split(" ", -1)) {
                turnsLeft.get(voice).add(turn);
                wordsLeft.get(voice).add(word);
            }
        }
        var order = new ArrayList<Integer>();
        for (var passage : passages) {
            var speaker = passage.speaker().orElseThrow().equals("S1") ? 0 : 1;
            for (var word : passage.text().split(" ", -1)) {
                assertThat(word).isEqualTo(wordsLeft.get(speaker).remove());
                order.add(turnsLeft.get(speaker).remove());
            }
        }
        assertThat(wordsLeft).allMatch(Queue::isEmpty);
        return new TurnOrder(order, turn + 1);
    }

    int turns() {
        return turns;
    }

    /** How many turns have words that would have to be moved, where as few words as possible are moved. */
    int outOfOrder() {
        var longest = new int[turns];
        var lastOf = new int[turns];
        var before = new int[words.size()];
        for (var i = 0; i < words.size(); i++) {
            var turn = words.get(i);
            var best = best(longest, turn);
            before[i] = longest[best] > 0 ? lastOf[best] : -1;
            longest[turn] = longest[best] + 1;
            lastOf[turn] = i;
        }
        var moved = new boolean[words.size()];
        Arrays.fill(moved, true);
        for (var i = lastOf[best(longest, turns - 1)]; i >= 0; i = before[i]) {
            moved[i] = false;
        }
        var turnsMoved = new HashSet<Integer>();
        for (var i = 0; i < moved.length; i++) {
            if (moved[i]) {
                turnsMoved.add(words.get(i));
            }
        }
        return turnsMoved.size();
    }

    /** Of the turns up to this one the one at which the longest row in order ends. */
    private static int best(int[] longest, int turn) {
        var best = 0;
        for (var i = 1; i <= turn; i++) {
            best = longest[i] > longest[best] ? i : best;
        }
        return best;
    }
}
