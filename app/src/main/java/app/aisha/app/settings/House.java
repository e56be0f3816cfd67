package app.aisha.app.settings;

import app.aisha.core.account.ChatId;
import app.aisha.core.payment.StarPackage;
import app.aisha.core.wallet.Credits;
import app.aisha.core.wallet.Prices;
import app.aisha.core.wallet.Tariff;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of the house.
 *
 * @param zone of newcomers
 * @param longest recording that is taken in
 * @param gift for newcomers
 * @param packages on sale, in the order they are shown
 * @param admins Telegram ids of those who may administer in the chat
 * @param avatars how avatars are made
 * @param pictures how pictures are made
 * @param supportContact where buyers get help; empty sends them to the admins
 */
public record House(
        ZoneId zone,
        Duration longest,
        Prices prices,
        Credits gift,
        List<StarPackage> packages,
        Set<ChatId> admins,
        Avatars avatars,
        Pictures pictures,
        Optional<String> supportContact) {

    /** As it is where nothing is set. */
    public static final House USUAL = new House(
            ZoneId.of("Europe/Moscow"),
            Duration.ofHours(8),
            new Prices.Listed(
                    new Tariff(new Credits(10), Duration.ofMinutes(1)),
                    Map.of(
                            Prices.Quality.FAST, new Credits(100),
                            Prices.Quality.BALANCED, new Credits(150),
                            Prices.Quality.QUALITY, new Credits(200)),
                    new Credits(5)),
            new Credits(100),
            List.of(
                    new StarPackage(new Credits(100), 100),
                    new StarPackage(new Credits(300), 270),
                    new StarPackage(new Credits(1_000), 800)),
            Set.of(),
            Avatars.USUAL,
            Pictures.USUAL,
            Optional.empty());

    public House {
        packages = List.copyOf(packages);
        admins = Set.copyOf(admins);
    }

    House calledAt(Optional<URI> address) {
        return making(avatars.reachableAt(address));
    }

    public House making(Avatars others) {
        return new House(zone, longest, prices, gift, packages, admins, others, pictures, supportContact);
    }

    public House administeredBy(Set<ChatId> people) {
        return new House(zone, longest, prices, gift, packages, people, avatars, pictures, supportContact);
    }
}
