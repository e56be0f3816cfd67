package app.aisha.core.picture;

import app.aisha.core.account.UserId;
import app.aisha.core.work.Jobs;
import app.aisha.core.work.Transactions;
import java.util.Collection;

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
     * Deletes those that are the owner's and over, and leaves all others.
     *
     * @return how many were deleted
     */
    public int delete(Collection<PictureId> chosen, UserId owner) {
        return transactions.call(() -> {
            var gone = chosen.stream()
                    .distinct()
                    .flatMap(id -> pictures.find(id, owner).stream())
                    .filter(Picture::isOver)
                    .toList();
            gone.forEach(this::delete);
            return gone.size();
        });
    }

    private void delete(Picture picture) {
        pictures.delete(picture);
        jobs.enqueue(new PictureJob.RemoveFiles(picture.owner(), picture.id()));
        PictureJob.RemovePhotos.of(picture.owner(), picture.heading().recipe().subject())
                .ifPresent(jobs::enqueue);
    }
}
