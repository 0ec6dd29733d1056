using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Infra.Etcd;

/// <summary>
/// The two shell scripts. etcd's own image has no shell and its <c>user add</c> fails when run again, so one script speaks to the JSON API with
/// curl. They are plain POSIX shell; the tests run them against real members.
/// </summary>
public static class EtcdScripts
{
    /// <summary>
    /// Makes roles and users and switches access control on. Needs <c>ENDPOINT</c>, <c>CERTIFICATES</c> (folder with a client certificate
    /// without a common name) and <c>CREDENTIALS</c> (a folder with a file <c>password</c> for each user).
    /// </summary>
    public static string Access { get; } = $$$"""
        set -eu
        umask 077
        work=$(mktemp -d)
        trap 'rm -rf "$work"' EXIT
        : > "$work/header"

        # Sends standard input to a path of the API and prints the status. Passwords and tokens stay in files and pipes, because
        # arguments are visible to every process of the node.
        request() {
          : > "$work/answer"
          curl --silent --show-error --max-time 10 --cacert "$CERTIFICATES/ca.crt" --cert "$CERTIFICATES/tls.crt" --key "$CERTIFICATES/tls.key" \
            --header "@$work/header" --data @- --output "$work/answer" --write-out '%{http_code}' "$ENDPOINT/v3/$1" 2> "$work/error" || true
        }

        # The same, and fails unless the answer is good or its error is the expected one.
        post() {
          code=$(request "$1")
          [ "$code" = 200 ] && return
          [ -n "${2:-}" ] && grep -q "$2" "$work/answer" && return
          printf '%s failed with status %s\n' "$1" "$code" >&2
          cat "$work/answer" "$work/error" >&2
          return 1
        }

        credentials() { printf '{"name":"%s","password":"%s"}' "$1" "$(cat "$CREDENTIALS/$1/password")"; }

        token() { sed -n 's/.*"token":"\([^"]*\)".*/\1/p' "$work/answer"; }

        enabled=
        attempt=0
        while [ -z "$enabled" ]; do
          code=$(credentials {{{EtcdAccess.Root}}} | request auth/authenticate)
          if [ "$code" = 200 ]; then
            printf 'Authorization: %s\n' "$(token)" > "$work/header"
            enabled=yes
          elif grep -q 'authentication is not enabled' "$work/answer"; then
            enabled=no
          elif grep -q 'invalid user ID or password' "$work/answer"; then
            echo "The password of {{{EtcdAccess.Root}}} is not the one in its Secret." >&2
            exit 1
          else
            attempt=$((attempt + 1))
            if [ "$attempt" -ge 60 ]; then
              echo "No member answers at $ENDPOINT." >&2
              cat "$work/answer" "$work/error" >&2
              exit 1
            fi
            sleep 2
          fi
        done

        user() {
          # Setting a password ends the user's sessions, so it is not done when the present one is right.
          if [ "$enabled" = yes ] && [ "$(credentials "$1" | request auth/authenticate)" = 200 ]; then
            return
          fi
          credentials "$1" | post auth/user/add 'already exists'
          credentials "$1" | post auth/user/changepw
        }
        role() { printf '{"name":"%s"}' "$1" | post auth/role/add 'already exists'; }
        member() { printf '{"user":"%s","role":"%s"}' "$1" "$2" | post auth/user/grant; }
        grant() { printf '{"name":"%s","perm":{"permType":"%s","key":"%s","range_end":"%s"}}' "$1" "$2" "$3" "$4" | post auth/role/grant; }

        user {{{EtcdAccess.Root}}}
        member {{{EtcdAccess.Root}}} {{{EtcdAccess.Root}}}
        {{{string.Join('\n', EtcdAccess.Users.Select(user => $"role {user}"))}}}
        {{{string.Join('\n', EtcdAccess.Grants.Select(grant => $"# {grant.Prefix}\ngrant {grant.Role} {grant.Permission} {grant.EncodedPrefix} {grant.EncodedRangeEnd}"))}}}
        {{{string.Join('\n', EtcdAccess.Users.Select(user => $"user {user}\nmember {user} {user}"))}}}
        # Last: until here the users are incomplete, and afterwards only they have access.
        if [ "$enabled" = no ]; then
          printf '{}' | post auth/enable
        fi
        echo "Access control is on; users: {{{string.Join(' ', ImmutableArray.Create(EtcdAccess.Root).AddRange(EtcdAccess.Users))}}}."

        """;

    /// <summary>Keeps a verified snapshot. Needs <c>SNAPSHOT</c> (file), <c>FOLDER</c> and <c>KEEP</c> (number of snapshots).</summary>
    public static string Keep { get; } = """
        set -eu
        name="etcd-$(date -u +%Y%m%dT%H%M%SZ).db"
        # What an interrupted run left behind would fill the volume.
        rm -f "$FOLDER"/.etcd-*.db
        cp "$SNAPSHOT" "$FOLDER/.$name"
        sync "$FOLDER/.$name"
        mv "$FOLDER/.$name" "$FOLDER/$name"
        sync "$FOLDER"
        ls -1 "$FOLDER" | grep '^etcd-.*\.db$' | sort -r | tail -n "+$((KEEP + 1))" | while read -r old; do
          rm -f "$FOLDER/$old"
        done
        echo "Kept $FOLDER/$name, $(wc -c < "$FOLDER/$name") bytes."

        """;

    /// <summary>Changes with the text, so that a changed script is run again.</summary>
    /// <param name="script">A script.</param>
    public static string Fingerprint(string script) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script)))[..16];
}
