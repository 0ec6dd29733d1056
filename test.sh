#!/usr/bin/env bash
# Builds everything with warnings as errors, checks the formatting, runs every test project.
# Installs what a fresh Debian machine with the .NET SDK lacks. Ends with "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

fail() {
  printf '%s\n' "$1" >&2
  printf '0 passed, 1 failed, 0 skipped\n'
  exit 1
}

step() { printf '== %s\n' "$1"; }

install_packages() {
  local missing=()
  for pair in node:nodejs npm:npm etcd:etcd-server etcdctl:etcd-client promtool:prometheus amtool:prometheus-alertmanager curl:curl wget:wget openssl:openssl; do
    PATH="$PATH:/usr/sbin" command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return
  step "Installing ${missing[*]}"
  local sudo=""
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  # The tests start the servers themselves; the packages must not start theirs. An existing policy of the machine stays.
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
    $sudo chmod +x "$policy"
    trap 'rm -rf "$log"; '"$sudo rm -f $policy" EXIT
  fi
  $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    || fail "Could not install ${missing[*]}. Install them by hand: apt-get install ${missing[*]}"
}

# The npm packages are peers and oracles of the tests: the official SDK's type declarations, validators, the Node SDK.
install_node_modules() {
  local lock dir
  for lock in $(git ls-files --cached --others --exclude-standard '*package-lock.json'); do
    dir=$(dirname "$lock")
    if ! cmp -s "$lock" "$dir/node_modules/.installed-lock.json"; then
      step "npm ci in $dir"
      npm ci --prefix "$dir" --ignore-scripts --no-audit --no-fund --loglevel=error >"$log/npm" 2>&1 || {
        cat "$log/npm" >&2
        fail "npm ci failed in $dir."
      }
      cp "$lock" "$dir/node_modules/.installed-lock.json"
    fi
  done
}

command -v dotnet >/dev/null || fail "The .NET SDK is missing: install version 10.0 or later (see global.json)."
install_packages
install_node_modules

step "Build"
dotnet build Clawdbot.Infra.sln --nologo -v quiet -clp:NoSummary || fail "The build failed."

step "Formatting"
dotnet format whitespace --folder . --verify-no-changes --exclude '**/obj/**' --exclude '**/bin/**' --exclude '**/node_modules/**' \
  || fail "The formatting differs from .editorconfig. Run: dotnet format whitespace --folder ."

step "Tests"
status=0
: >"$log/summary"
for project in tests/*.Tests; do
  dotnet test "$project" --no-build --nologo --logger 'console;verbosity=minimal' 2>&1 | tee "$log/run" || status=1
  grep -E '^(Passed|Failed|Skipped)! ' "$log/run" >>"$log/summary" || {
    printf 'No test ran in %s.\n' "$project" >&2
    status=1
  }
done

count() { sed -nE "s/.*$1: *([0-9]+).*/\1/p" "$log/summary" | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count Skipped)
if [ "$failed" -eq 0 ] && [ "$status" -ne 0 ]; then
  failed=1
fi

printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$skipped" -eq 0 ] && [ "$passed" -gt 0 ]
