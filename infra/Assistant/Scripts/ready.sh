#!/bin/sh
# Readiness where iMessage is on: OpenClaw has started, and the Mac lets us read its messages. Without Full Disk Access there imsg fails,
# while the channel itself would only stay silent.
set -eu
here=$(dirname "$0")
node "$here/probe.mjs" /startupz started
if ! "$here/imsg.sh" chats --limit 1 >/dev/null; then
    echo "the Mac does not list chats: check ssh, and Full Disk Access for the program that imsg runs under" >&2
    exit 1
fi
