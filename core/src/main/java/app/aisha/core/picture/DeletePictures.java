package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Takes pictures out of the gallery for good; their files go in jobs of their own. */
public final class DeletePictures {

    private final Pictures pictures;
    private final Jobs jobs;
    private final Transactions transactions;

    public DeletePictures(Pictures pictures, Jobs jobs, Transactions transactions) {
        this.pictures = pictures;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /**
     * Deletes those that are the owner's and over, and leaves all others. What is changed at the same time is deleted as it is
     * after the change.
     *
     * @return how many were deleted
     */
    public int delete(Collection<PictureId> chosen, UserId owner) {
        var meant = Set.copyOf(chosen);
        return transactions.call(() -> {
            var gone = locked(meant, owner)
                    .filter(picture -> meant.contains(picture.id()) && picture.isOver())
                    .toList();
            gone.forEach(this::delete);
            return gone.size();
        });
    }

    /** Order by order, and each as {@link Pictures#lock} does it, so that nobody waits for somebody who waits for them. */
    private Stream<Picture> locked(Set<PictureId> chosen, UserId owner) {
        return chosen.stream()
                .flatMap(id -> pictures.find(id, owner).stream())
                .map(Picture::order)
                .distinct()
                .sorted(Comparator.comparing(OrderId::value))
                .flatMap(order -> pictures.lock(order).stream());
    }

    private void delete(Picture picture) {
        pictures.request(picture.id()).map(PictureJob.Forget::new).ifPresent(jobs::enqueue);
        pictures.delete(picture);
        jobs.enqueue(new PictureJob.RemoveFiles(picture.owner(), picture.id()));
        PictureJob.RemovePhotos.of(picture.owner(), picture.heading().recipe().subject())
                .ifPresent(jobs::enqueue);
    }
}
