#!/bin/sh
# Unpacks the program and lets Java keep what it learns in a first run of the sandbox, which nobody sees:
# warm.sh JAVA JAR FOLDER
set -eu
java=$1
jar=$2
home=$3
rm -rf "$home"
"$java" -Djarmode=tools -jar "$jar" extract --destination "$home" >/dev/null
cp "$(dirname "$0")/aisha" "$home/aisha"
chmod 755 "$home/aisha"
home=$(cd "$home" && pwd)
java_home=$(dirname "$(dirname "$(readlink -f "$java")")")

# Nothing of the settings of this machine goes along: no real bot is woken.
scratch=$(mktemp -d)
trap 'kill "$pid" 2>/dev/null; rm -rf "$scratch" "$home/aisha.aot.new"' EXIT
cd "$scratch"
env -i PATH="$PATH" HOME="$scratch" LANG="${LANG:-C.UTF-8}" JAVA_HOME="$java_home" \
    AISHA_DATA="$scratch/data" AISHA_PORT=0 AISHA_CHAT_PORT=0 \
    "$java" -XX:AOTCacheOutput="$home/aisha.aot.new" -Xlog:aot=off -Xlog:cds=off -XX:+UseSerialGC -Xmx512m \
    -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -jar "$home/aisha-exec.jar" >"$scratch/log" 2>&1 &
pid=$!
until grep -q 'Ctrl-C stops everything' "$scratch/log"; do
    kill -0 "$pid" 2>/dev/null || { cat "$scratch/log" >&2; exit 1; }
    sleep 0.2
done
kill "$pid"
wait "$pid" || true
mv "$home/aisha.aot.new" "$home/aisha.aot"
