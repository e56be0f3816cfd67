#!/bin/sh
# Copies database and media together: backup.sh FOLDER
# DATABASE_URL and MINIO_… come from the environment. Needs pg_dump of the server's version or newer, and rclone.
set -eu
umask 077
target=$1
: "${DATABASE_URL:?is not set}" "${MINIO_ENDPOINT:?is not set}" "${MINIO_ACCESS_KEY:?is not set}" "${MINIO_SECRET_KEY:?is not set}"
here=$(cd "$(dirname "$0")" && pwd)
. "$here/database.sh"
. "$here/media.sh"

mkdir -p "$target"
[ ! -e "$target/database.dump" ] || { echo "$target holds a backup already; media may be shared, a dump is not written over." >&2; exit 1; }

# The database first: an object is written before the row that names it and never changed, so that every row of the
# dump finds its object in a copy that is made later, except for what was deleted in between. The dump is one snapshot, whatever is written meanwhile.
pg_dump --format=custom --no-owner --no-privileges --dbname="$address" --file="$target/database.dump.new"
media sync --immutable --checksum "store:${MINIO_BUCKET:-aisha}" "$target/media"
mv "$target/database.dump.new" "$target/database.dump"
echo "database $(stat -c %s "$target/database.dump") bytes, media $(find "$target/media" -type f 2>/dev/null | wc -l) objects"
