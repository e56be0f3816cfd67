package app.aisha.bot;

import app.aisha.bot.account.AccountDialog;
import app.aisha.bot.gallery.GalleryRoom;
import app.aisha.bot.home.HomeDialog;
import app.aisha.bot.profile.FiguresScreen;
import app.aisha.bot.profile.PaidWork;
import app.aisha.bot.profile.ProfileDialog;
import app.aisha.bot.profile.ReceiptScreens;
import app.aisha.bot.profile.RecordingPainter;
import app.aisha.bot.routing.Dialog;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Texts;
import app.aisha.bot.screen.Turn;
import app.aisha.bot.transcript.RecordingDialog;
import app.aisha.bot.transcript.TranscriptDialog;
import app.aisha.bot.transcript.TranscriptScreens;
import app.aisha.bot.wallet.PaymentDialog;
import app.aisha.bot.wallet.WalletDialog;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.InMemoryUsers;
import app.aisha.core.account.Language;
import app.aisha.core.account.User;
import app.aisha.core.admin.InMemoryAuditLog;
import app.aisha.core.admin.InMemoryProposals;
import app.aisha.core.avatar.InMemoryAvatars;
import app.aisha.core.digest.Digest;
import app.aisha.core.digest.DigestJob;
import app.aisha.core.digest.InMemoryDigests;
import app.aisha.core.payment.InMemoryPromoCodes;
import app.aisha.core.payment.InMemoryRedemptions;
import app.aisha.core.payment.InMemoryStarOrders;
import app.aisha.core.payment.InMemoryStarPayments;
import app.aisha.core.payment.Market;
import app.aisha.core.payment.Shop;
import app.aisha.core.picture.InMemoryPictureOrders;
import app.aisha.core.picture.InMemoryPictures;
import app.aisha.core.profile.ScriptedStatistics;
import app.aisha.core.transcript.InMemoryPassages;
import app.aisha.core.transcript.InMemorySearches;
import app.aisha.core.transcript.InMemoryTranscripts;
import app.aisha.core.transcript.Passage;
import app.aisha.core.transcript.RecordingLimits;
import app.aisha.core.transcript.Speakers;
import app.aisha.core.transcript.Stretch;
import app.aisha.core.transcript.Transcript;
import app.aisha.core.transcript.TranscriptExamples;
import app.aisha.core.transcript.Wording;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.HoldId;
import app.aisha.core.wallet.InMemoryQuotes;
import app.aisha.core.wallet.InMemoryWallets;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Purpose;
import app.aisha.core.wallet.Tariff;
import app.aisha.core.wallet.Till;
import app.aisha.core.wallet.Wallets;
import app.aisha.core.work.DirectTransactions;
import app.aisha.core.work.RecordedJobs;
import app.aisha.core.work.RecordingOutbox;
import app.aisha.core.work.SettableClock;
import app.aisha.core.work.TimeOrderedIds;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The dialogs over twins, and three people: Dilnara, whose things are there, Anna, a stranger to them, and Olga, who administers. */
public final class Desk {

    public static final RecordingLimits LIMITS = new RecordingLimits(20 << 20, Duration.ofHours(8));

    /** A minute costs 10 credits, and the first one nothing. */
    public static final Prices PRICES = new Prices.Listed(
            new Tariff(new Credits(10), Duration.ofMinutes(1)),
            Map.of(
                    Prices.Quality.FAST, new Credits(100),
                    Prices.Quality.BALANCED, new Credits(150),
                    Prices.Quality.QUALITY, new Credits(200)),
            new Credits(5));

    public final SettableClock clock = new SettableClock();
    public final InMemoryTranscripts transcripts = new InMemoryTranscripts();
    public final InMemoryPassages passages = new InMemoryPassages();
    public final InMemoryDigests digests = new InMemoryDigests();
    public final InMemorySearches searches = new InMemorySearches();
    public final InMemoryAvatars avatars = new InMemoryAvatars();
    public final InMemoryPictureOrders pictureOrders = new InMemoryPictureOrders();
    public final InMemoryPictures pictures = new InMemoryPictures(pictureOrders, avatars);
    public final RecordingOutbox outbox = new RecordingOutbox();
    public final RecordedJobs jobs = new RecordedJobs();
    public final InMemoryUsers users = new InMemoryUsers(new TimeOrderedIds(clock), ZoneId.of("Asia/Almaty"));
    public final TimeOrderedIds ids = new TimeOrderedIds(clock);
    public final InMemoryWallets wallets = new InMemoryWallets(ids, clock, new Credits(100));
    public final InMemoryQuotes quotes = new InMemoryQuotes();
    public final ScriptedStatistics statistics = new ScriptedStatistics();
    public final RecordingPainter painter = new RecordingPainter();
    public final InMemoryAuditLog audit = new InMemoryAuditLog();
    public final InMemoryProposals proposals = new InMemoryProposals();
    public final Till till;
    public final Market market;
    public final TranscriptScreens screens;
    public final TranscriptDialog transcriptDialog;
    public final RecordingDialog recordingDialog;
    public final WalletDialog walletDialog;
    public final PaymentDialog paymentDialog;
    public final AvatarRoom avatarRoom;
    public final PictureRoom pictureRoom;
    public final GalleryRoom galleryRoom;

    /** How long the next try of a promo code has to wait. */
    public Optional<Duration> promoPause = Optional.empty();

    public final List<Dialog> dialogs;
    public final User dilnara = users.welcome(new ChatId(7), "Dilnara", Optional.empty(), Language.RU);
    public final User anna = users.welcome(new ChatId(8), "Anna", Optional.empty(), Language.EN);
    public final User olga = users.welcome(new ChatId(9), "Olga", Optional.of("olga"), Language.RU);

    private final InMemoryStarOrders orders = new InMemoryStarOrders();
    private final InMemoryStarPayments payments = new InMemoryStarPayments();
    private final InMemoryPromoCodes codes = new InMemoryPromoCodes();
    private final InMemoryRedemptions redemptions = new InMemoryRedemptions();
    public final PrivacyRoom privacyRoom = new PrivacyRoom(this, payments);
    private final DirectTransactions transactions = new DirectTransactions(
            transcripts,
            passages,
            digests,
            searches,
            avatars,
            pictureOrders,
            pictures,
            outbox,
            jobs,
            users,
            wallets,
            quotes,
            audit,
            proposals,
            orders,
            payments,
            codes,
            redemptions);

    public Desk() {
        this(PRICES);
    }

    /** Where nothing costs anything. */
    public static Desk free() {
        return new Desk(new Prices.FreeOfCharge());
    }

    public Desk(Prices prices) {
        till = new Till(prices, quotes, wallets, ids, clock);
        var stores = new Market.Stores(orders, payments, codes, redemptions, wallets, wallets, users);
        market = new Market(stores, transactions, prices, List.of(Market.SMALL, Market.LARGE), clock, outbox, jobs);
        var shop = new Shop(prices, List.of(Market.SMALL, Market.LARGE));
        var room = new TranscriptRoom(this, transactions);
        screens = room.screens;
        transcriptDialog = room.transcriptDialog();
        recordingDialog = room.recordingDialog();
        walletDialog = new WalletDialog(
                shop,
                market.order,
                new WalletDialog.PromoDesk(market.promos, market.redeem, market.drop),
                (_, _) -> promoPause,
                till,
                new Texts());
        paymentDialog = new PaymentDialog(shop, market.take, market.note, payments, Optional.of("@aisha_help"));
        var profile = profileDialog(prices);
        var administration = new Administration(this, transactions);
        avatarRoom = new AvatarRoom(this, transactions);
        pictureRoom = new PictureRoom(this, transactions);
        galleryRoom = new GalleryRoom(this, transactions);
        var others = List.of(
                new HomeDialog(LIMITS, profile),
                new AccountDialog(users, clock, prices.areListed()),
                profile,
                transcriptDialog,
                room.searchDialog(),
                recordingDialog,
                room.speakerDialog(),
                room.digestDialog(),
                walletDialog,
                paymentDialog,
                privacyRoom.dialog(),
                administration.adminDialog(prices),
                administration.promoDialog());
        dialogs = Stream.of(others, avatarRoom.dialogs(), pictureRoom.dialogs(), galleryRoom.dialogs())
                .flatMap(List::stream)
                .toList();
    }

    private ProfileDialog profileDialog(Prices prices) {
        return new ProfileDialog(
                statistics,
                till,
                new FiguresScreen(statistics, prices, painter, new Texts(), clock),
                new ReceiptScreens(wallets, till, new PaidWork(transcripts, LIMITS)));
    }

    /** What the dialogs answer; exactly one of them has to. */
    public Turn tap(Action action, User user) {
        var answers = dialogs.stream()
                .flatMap(dialog -> dialog.tapped(action, user).stream())
                .toList();
        if (answers.size() != 1) {
            throw new AssertionError("%d dialogs answer %s".formatted(answers.size(), action));
        }
        return answers.getFirst();
    }

    public Optional<Turn> command(String command, User user) {
        return command(command, "", user);
    }

    /** What the dialogs answer to a command with words after it. */
    public Optional<Turn> command(String command, String words, User user) {
        return dialogs.stream()
                .flatMap(dialog -> dialog.commanded(command, words, user).stream())
                .findFirst();
    }

    /** What the dialogs answer to words that were awaited. */
    public Turn say(String words, Step step, User user) {
        return dialogs.stream()
                .flatMap(dialog -> dialog.said(words, step, user).stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No dialog awaits " + step));
    }

    /** The number of a receipt of Dilnara's by which she was charged this much. */
    public long charged(long amount) {
        var hold = new Hold(
                new HoldId(ids.next()),
                dilnara.id(),
                new Purpose(Purpose.Kind.TRANSCRIPT, ids.next()),
                new Credits(amount),
                clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open());
        wallets.hold(hold);
        wallets.settle(hold.id(), new Wallets.Ending.Capture(new Credits(amount)));
        return wallets.of(dilnara.id()).version();
    }

    public <T extends Transcript> T stored(T transcript) {
        return TranscriptExamples.stored(transcripts, transcript);
    }

    /** Dilnara's, with this text. */
    public Transcript.Ready ready(String text) {
        return stored(TranscriptExamples.ready(dilnara.id(), text));
    }

    /** Dilnara's, in which the passages take turns between the voices. */
    public Transcript.Ready spoken(Speakers voices, String... words) {
        var said = new ArrayList<Passage>();
        for (var text : words) {
            var at = Duration.ofSeconds(10L * said.size());
            var label = voices.all().get(said.size() % voices.names().size()).label();
            said.add(new Passage(Optional.of(new Stretch(at, at.plusSeconds(9))), Optional.of(label), text));
        }
        var ready = stored(TranscriptExamples.working(dilnara.id())
                .ready(
                        new Wording(String.join("\n\n", words), Optional.of("ru"), 0),
                        voices,
                        TranscriptExamples.ORIGINAL.length()));
        passages.keep(ready.id(), said);
        return ready;
    }

    public Transcript.Queued queued() {
        return stored(TranscriptExamples.queued(dilnara.id()));
    }

    /** Dilnara's, waiting for her to agree to this price. */
    public Transcript.Waiting waiting(long price) {
        var queued = queued();
        var quote = till.quote(
                dilnara.id(), new Purpose(Purpose.Kind.TRANSCRIPT, queued.id().value()), new Credits(price));
        var waiting = queued.offered(TranscriptExamples.ORIGINAL, quote.id());
        transcripts.save(waiting);
        return waiting;
    }

    /** The digest that was asked for last. */
    public Digest.Asked askedLast() {
        return (Digest.Asked)
                digests.find(((DigestJob.Make) jobs.line().getLast()).digest()).orElseThrow();
    }

    public Transcript now(Transcript transcript) {
        return transcripts.find(transcript.id()).orElseThrow();
    }
}
