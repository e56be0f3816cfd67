#!/bin/sh
# Makes what lies below the program in its container image: a Java run-time, the libraries it is linked to, a shell and
# the user. Taken from this machine, so that no registry is needed: root.sh JDK FOLDER
set -eu
jdk=$1
mkdir -p "$2"
root=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)

rm -rf "$root"
mkdir -p "$root/etc" "$root/usr/bin" "$root/tmp" "$root/data" "$root/proc"

# Without a debugger, a compiler and desktop programs; with what tells about a running program (jcmd).
"$jdk/bin/jlink" --output "$root/opt/java" --strip-debug --no-header-files --no-man-pages --add-modules \
    java.se,jdk.attach,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.nio.mapmode,jdk.security.auth,jdk.unsupported,jdk.zipfs
# She draws without a screen.
rm -f "$root"/opt/java/lib/libawt_xawt.so "$root"/opt/java/lib/libjawt.so "$root"/opt/java/lib/libsplashscreen.so \
    "$root"/opt/java/lib/libjsound.so
find "$root/opt/java/legal" -type l -exec sh -c 'for link; do cp --remove-destination "$(readlink -f "$link")" "$link"; done' sh {} +

# What is linked to, wherever the loader finds it; the path is the one the programs ask for.
libraries() {
    ldd "$@" 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// { print $3 } $1 ~ /^\// && $2 ~ /^\(/ { print $1 }'
}
take() {
    for file; do
        mkdir -p "$root$(dirname "$file")"
        cp -L "$file" "$root$file"
    done
}
programs="/bin/sh $(command -v nice)"
take $programs
# For speech on this machine (libgomp, libstdc++), for the bundled ffmpeg, and for fonts.
for name in libgomp.so.1 libstdc++.so.6 libgcc_s.so.1 libm.so.6 libz.so.1 libfontconfig.so.1 libresolv.so.2 libnss_dns.so.2 libnss_files.so.2; do
    found=$(/sbin/ldconfig -p | awk -v name="$name" '$1 == name && /x86-64/ { print $NF; exit }')
    [ -z "$found" ] || take "$found" $(libraries "$found")
done
take $(libraries $programs "$root/opt/java/bin/java" $(find "$root/opt/java/lib" -name '*.so') | sort -u | grep -v "^$root")
[ ! -d /etc/fonts ] || cp -rL /etc/fonts "$root/etc/fonts"
# LANG of the image names it. Without it Java reads arguments, environment and paths as ASCII.
locale=
for name in C.utf8 C.UTF-8; do
    [ ! -d "/usr/lib/locale/$name" ] || locale=/usr/lib/locale/$name
done
[ -n "$locale" ] || { echo "This machine has neither /usr/lib/locale/C.utf8 nor /usr/lib/locale/C.UTF-8 to copy; they come with the C library." >&2; exit 1; }
take $(find "$locale" ! -type d)

cat >"$root/etc/passwd" <<END
root:x:0:0::/:/sbin/nologin
aisha:x:10001:10001::/data:/sbin/nologin
END
cat >"$root/etc/group" <<END
root:x:0:
aisha:x:10001:
END
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
cp "$here/aisha" "$here/aisha-health" "$root/usr/bin/"
chmod 755 "$root/usr/bin/aisha" "$root/usr/bin/aisha-health"
du -sm "$root" | cut -f1
