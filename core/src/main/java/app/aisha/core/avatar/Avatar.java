package app.aisha.core.avatar;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.media.MediaKey;
import app.aisha.core.wallet.Credits;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Photos on their way to something pictures can be made of.
 *
 * <p>Each state is a type and each step a method of the state it starts from; nothing becomes {@link Ready} without a
 * stored model. Every step counts the version up by one, and {@link Avatars#save} refuses what does not follow the stored
 * version.
 */
public sealed interface Avatar {

    Heading heading();

    default AvatarId id() {
        return heading().id();
    }

    default UserId owner() {
        return heading().owner();
    }

    /** The same under another name. */
    Avatar renamed(String name);

    /**
     * What all states have in common.
     *
     * @param name 2 to 50 characters of any script, unescaped; no two of an owner's avatars have the same, whatever the case
     * @param photos how many usable photos it has
     * @param cover the small copy of its first photo
     * @param main whether it is the one that pictures are made of unless another is chosen
     * @param version counts the saved steps, from 1
     */
    record Heading(
            AvatarId id,
            UserId owner,
            String name,
            TrainingType type,
            Gender gender,
            int photos,
            Optional<MediaKey> cover,
            boolean main,
            Instant createdAt,
            int version) {

        Heading next() {
            return named(name);
        }

        Heading named(String chosen) {
            return new Heading(id, owner, chosen, type, gender, photos, cover, main, createdAt, version + 1);
        }
    }

    /**
     * Photos are collected.
     *
     * @param offer what its owner was shown last; empty until then
     * @param attempts how often it was trained in vain
     */
    record Draft(Heading heading, Optional<TrainingOffer> offer, int attempts) implements Avatar {

        public Draft offered(TrainingOffer shown) {
            return new Draft(heading.next(), Optional.of(shown), attempts);
        }

        public Queued queued(TrainingPlan plan) {
            return new Queued(heading.next(), plan, Optional.empty());
        }

        @Override
        public Draft renamed(String name) {
            return new Draft(heading.named(name), offer, attempts);
        }
    }

    /**
     * Its owner agreed; nothing has been asked of the trainer yet.
     *
     * @param archive where the trainer finds the photos, once they are handed over
     */
    record Queued(Heading heading, TrainingPlan plan, Optional<URI> archive) implements Avatar {

        public Queued handedOver(URI address) {
            return new Queued(heading.next(), plan, Optional.of(address));
        }

        /** The state before the trainer is asked, so that an answer that is lost is known to be missing. */
        public Training asking(URI address, TrainingRequest.Asked request) {
            return new Training(heading.next(), plan, address, request, TrainingProgress.NONE);
        }

        public Failed failed(TrainingProblem problem, String detail) {
            return new Failed(heading.next(), plan, Optional.empty(), new Failure(problem, detail, plan.held()));
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), plan, Optional.empty(), plan.held());
        }

        @Override
        public Queued renamed(String name) {
            return new Queued(heading.named(name), plan, archive);
        }
    }

    /** The trainer was asked, and perhaps answered. */
    record Training(Heading heading, TrainingPlan plan, URI archive, TrainingRequest request, TrainingProgress progress)
            implements Avatar {

        public Training accepted(TrainingTicket ticket, Instant now) {
            var known = new TrainingRequest.Accepted(ticket, now);
            return new Training(heading.next(), plan, archive, known, progress);
        }

        /** The trainer surely did not take it, so that it may be asked once more. */
        public Queued notTaken() {
            return new Queued(heading.next(), plan, Optional.of(archive));
        }

        public Training seen(TrainingProgress now) {
            return new Training(heading.next(), plan, archive, request, now);
        }

        public Storing trained(TrainingTicket ticket, TrainingReport.Done result, Instant now) {
            return new Storing(heading.next(), plan, ticket, result, now);
        }

        public Failed failed(TrainingProblem problem, String detail) {
            return new Failed(heading.next(), plan, ticket(), new Failure(problem, detail, plan.held()));
        }

        public Cancelled cancelled() {
            return new Cancelled(heading.next(), plan, ticket(), plan.held());
        }

        /** Empty while it is unknown whether the trainer took it. */
        public Optional<TrainingTicket> ticket() {
            return switch (request) {
                case TrainingRequest.Asked _ -> Optional.empty();
                case TrainingRequest.Accepted accepted -> Optional.of(accepted.ticket());
            };
        }

        @Override
        public Training renamed(String name) {
            return new Training(heading.named(name), plan, archive, request, progress);
        }
    }

    /**
     * Trained; the result is being copied to our store.
     *
     * @param since when the result was first seen
     */
    record Storing(Heading heading, TrainingPlan plan, TrainingTicket ticket, TrainingReport.Done result, Instant since)
            implements Avatar {

        public Ready stored(AvatarModel model, Instant now) {
            return new Ready(heading.next(), plan, ticket, model, now);
        }

        public Failed failed(TrainingProblem problem, String detail) {
            return new Failed(heading.next(), plan, Optional.of(ticket), new Failure(problem, detail, plan.held()));
        }

        @Override
        public Storing renamed(String name) {
            return new Storing(heading.named(name), plan, ticket, result, since);
        }
    }

    /** Pictures can be made of it. */
    record Ready(Heading heading, TrainingPlan plan, TrainingTicket ticket, AvatarModel model, Instant at)
            implements Avatar {

        /** The same, with the weights elsewhere at the painter. */
        public Ready relocated(URI address) {
            return new Ready(heading.next(), plan, ticket, model.at(address), at);
        }

        @Override
        public Ready renamed(String name) {
            return new Ready(heading.named(name), plan, ticket, model, at);
        }
    }

    /**
     * Over without a model; its owner was told why and has the credits back.
     *
     * @param ticket of the training, where the trainer had taken it
     */
    record Failed(Heading heading, TrainingPlan plan, Optional<TrainingTicket> ticket, Failure failure)
            implements Avatar {

        /** With its photos and without its training. */
        public Draft again() {
            return new Draft(heading.next(), Optional.empty(), plan.attempt());
        }

        /** The result came after all; it is the owner's for nothing. */
        public Storing recovered(TrainingTicket late, TrainingReport.Done result, Instant now) {
            return new Storing(heading.next(), plan.forNothing(), late, result, now);
        }

        @Override
        public Failed renamed(String name) {
            return new Failed(heading.named(name), plan, ticket, failure);
        }
    }

    /**
     * Its owner did not want the training any more.
     *
     * @param returned what had been set aside and went back
     */
    record Cancelled(Heading heading, TrainingPlan plan, Optional<TrainingTicket> ticket, Credits returned)
            implements Avatar {

        /** With its photos and without its training. */
        public Draft again() {
            return new Draft(heading.next(), Optional.empty(), plan.attempt());
        }

        @Override
        public Cancelled renamed(String name) {
            return new Cancelled(heading.named(name), plan, ticket, returned);
        }
    }

    /**
     * Why there is no model.
     *
     * @param detail for operators; what the trainer said, without anything that was sent to it
     * @param returned what had been set aside and went back
     */
    record Failure(TrainingProblem problem, String detail, Credits returned) {}

    /** The hold that is open for it, if any. */
    default Optional<Terms> openTerms() {
        return switch (this) {
            case Queued queued -> queued.plan().terms();
            case Training training -> training.plan().terms();
            case Storing storing -> storing.plan().terms();
            case Draft _, Ready _, Failed _, Cancelled _ -> Optional.empty();
        };
    }
}
