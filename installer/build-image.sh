#!/bin/bash
# Makes an application that brings its own Java: target/installer/signalbox.
#
#   mvn -B clean package && installer/build-image.sh          the folder
#   mvn -B clean package && installer/build-image.sh deb      the folder, and a Debian package of it
#
# Needs a JDK 25 with jlink and jpackage (JAVA_HOME, or /usr/lib/jvm) and, for the package, dpkg-deb and fakeroot.
set -euo pipefail
cd "$(dirname "$0")/.."

for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release" 2>/dev/null || true)
    [ "${version:-0}" -ge 25 ] && [ -x "$jdk/bin/jpackage" ] && break
    jdk=
done
[ -n "$jdk" ] || { echo 'A JDK 25 or newer is needed: point JAVA_HOME at one.' >&2; exit 2; }
[ -d target/signalbox/lib ] || { echo 'Run "mvn -B clean package" first.' >&2; exit 2; }

version=$(cat target/classes/io/signalbox/app/version.txt)
jar=signalbox-$version.jar
work=target/installer
rm -rf "$work"
mkdir -p "$work/jars"

# jpackage wants every jar in one folder; the jars of JavaFX without a platform in their name are empty.
cp -p target/signalbox/lib/*.jar target/signalbox/lib/javafx/*.jar "$work/jars/"
find "$work/jars" -name 'javafx-*.jar' -size -2k -delete

# What jdeps finds in the jars, less java.compiler, java.instrument and java.scripting, which H2 asks for only
# when SQL defines Java functions; and, found by no tool: ciphers, zipped file systems, Unsafe (Kotlin, JCTools),
# Kerberos and SASL (database and broker log-in), and the dates and numbers of our six languages.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.sql,java.xml
modules+=,java.security.jgss,java.security.sasl,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management
modules+=,jdk.net,jdk.unsupported,jdk.zipfs
"$jdk/bin/jlink" --add-modules "$modules" --include-locales en,pt-BR,pt-PT,es,fr,it \
    --no-header-files --no-man-pages --compress zip-6 --generate-cds-archive --output "$work/runtime"

# The same flags as in bin/signalbox; those of serve belong to a launcher of its own.
flags=(
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -XX:-HeapDumpOnOutOfMemoryError
    -Xlog:disable -Xlog:all=error:stderr
    -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
)
serve_flags=(
    -XX:+UseCompactObjectHeaders -Xmn52m -XX:SurvivorRatio=2 -XX:TargetSurvivorRatio=90 -Xmx512m
    -XX:TrimNativeHeapInterval=5000 -XX:+ExitOnOutOfMemoryError
)
printf 'java-options=%s\n' "${flags[*]} ${serve_flags[*]}" >"$work/serve.properties"
sed 's|bin/signalbox serve|bin/signalbox-serve serve|' installer/signalbox.service >"$work/signalbox.service"
options=()
for flag in "${flags[@]}"; do options+=(--java-options "$flag"); done

about=(
    --name signalbox --app-version "$version" --vendor Signalbox
    --description 'Draw flows that turn maintenance events into messages, and run them'
    --copyright 'Apache License 2.0'
)
"$jdk/bin/jpackage" --type app-image "${about[@]}" --icon assets/icon/signalbox.png \
    --input "$work/jars" --main-jar "$jar" --main-class io.signalbox.app.Main \
    --runtime-image "$work/runtime" "${options[@]}" \
    --add-launcher "signalbox-serve=$work/serve.properties" \
    --app-content "$work/signalbox.service",installer/signalbox.sysusers,LICENSE \
    --dest "$work"

# jpackage sees the libraries of Java but not those inside the jars of JavaFX, hence libgtk-3-0; and its own
# desktop entry opens no file, hence installer/linux.
if [ "${1:-}" = deb ]; then
    "$jdk/bin/jpackage" --type deb "${about[@]}" --app-image "$work/signalbox" \
        --file-associations installer/flow-file.properties --license-file LICENSE \
        --resource-dir installer/linux --linux-shortcut --linux-app-category utils \
        --linux-deb-maintainer signalbox@localhost --linux-package-deps libgtk-3-0 \
        --dest "$work"
fi
rm -rf "$work/jars" "$work/runtime" "$work/serve.properties" "$work/signalbox.service"
du -sh "$work"/*
