#!/bin/sh
# Runs imsg on the Mac, with these arguments and this standard input and output.
# ssh joins arguments with spaces and the other side splits them again, so each is quoted for the shell there.
set -eu
command=imsg
for argument in "$@"; do
    command="$command '$(printf '%s.' "$argument" | sed "s/'/'\\\\''/g")"
    command="${command%.}'"
done
exec "${SSH:-ssh}" -T \
    -o BatchMode=yes \
    -o ConnectTimeout=10 \
    -o ServerAliveInterval=15 \
    -o StrictHostKeyChecking=yes \
    -o UserKnownHostsFile="$MAC_KNOWN_HOSTS" \
    -o IdentitiesOnly=yes \
    -i "$MAC_KEY" \
    "$MAC_USER@$MAC_HOST" "$command"
