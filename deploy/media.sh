# For backup.sh and restore.sh: rclone on the S3 server of the settings, with keys in the environment only.
media() {
    RCLONE_CONFIG=/dev/null RCLONE_CONFIG_STORE_TYPE=s3 RCLONE_CONFIG_STORE_PROVIDER=Other \
        RCLONE_CONFIG_STORE_ENDPOINT="$MINIO_ENDPOINT" RCLONE_CONFIG_STORE_FORCE_PATH_STYLE=true \
        RCLONE_CONFIG_STORE_REGION=us-east-1 \
        RCLONE_CONFIG_STORE_ACCESS_KEY_ID="$MINIO_ACCESS_KEY" RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY="$MINIO_SECRET_KEY" \
        rclone "$@"
}
