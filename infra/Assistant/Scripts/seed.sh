#!/bin/sh
# Prepares the volumes before OpenClaw starts.
#   seed.sh CONFIGURATION STATE SCRATCH
# The configuration that was deployed is what runs: a file that differs, because somebody or OpenClaw itself changed it, is kept as a
# backup named after its content and replaced. A crash at any point leaves either the old file or the new one.
set -eu
umask 077
source=$1
state=$2
scratch=$3
keep=5

# OpenClaw refuses a /tmp that others can write to without the sticky bit, and a volume cannot have that bit at its root.
mkdir -p "$scratch/tmp" "$scratch/cache" "$scratch/local" "$scratch/config/openclaw"
chmod 1777 "$scratch/tmp"

mkdir -p "$state/openclaw" "$state/keys"
chmod 700 "$state/openclaw" "$state/keys"

target=$state/openclaw/openclaw.json
temporary=$target.new
if [ -f "$target" ] && [ ! -L "$target" ] && cmp -s "$source" "$target"; then
    echo "configuration unchanged"
    exit 0
fi
if [ -f "$target" ]; then
    set -- $(sha256sum "$target")
    backup=$target.before-$(printf %.12s "$1")
    cp "$target" "$backup.new"
    mv -f "$backup.new" "$backup"
    # Names hold no spaces: they end in hexadecimal digits.
    ls -t "$target".before-* | tail -n +$((keep + 1)) | while IFS= read -r old; do rm -f "$old"; done
    echo "previous configuration kept as ${backup##*/}"
fi
cat "$source" > "$temporary"
chmod 600 "$temporary"
# On disk before it has the name: a power cut must not leave an empty file under it.
sync "$temporary" 2>/dev/null || sync
mv -f "$temporary" "$target"
echo "configuration written"
