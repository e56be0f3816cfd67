#!/bin/sh
# Puts a backup into an empty installation: restore.sh FOLDER
# DATABASE_URL names an empty database and MINIO_… an empty or missing bucket. Needs psql, pg_restore and rclone.
set -eu
source=$1
: "${DATABASE_URL:?is not set}" "${MINIO_ENDPOINT:?is not set}" "${MINIO_ACCESS_KEY:?is not set}" "${MINIO_SECRET_KEY:?is not set}"
here=$(cd "$(dirname "$0")" && pwd)
. "$here/database.sh"
. "$here/media.sh"

[ -f "$source/database.dump" ] || { echo "$source holds no backup" >&2; exit 1; }
tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$address" \
    --command="SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")
[ "$tables" = 0 ] || { echo "The database has $tables tables; only an empty one is restored into." >&2; exit 1; }

# Media first, so that no row is there before its object; the tables all at once or not at all.
[ ! -d "$source/media" ] || media copy --checksum "$source/media" "store:${MINIO_BUCKET:-aisha}"
pg_restore --no-owner --no-privileges --exit-on-error --single-transaction --dbname="$address" "$source/database.dump"
echo "Restored. Before she is started: ./aisha db check && ./aisha ledger check --whole && ./aisha doctor; with compose see docs/operations.md, Backup and restore."
