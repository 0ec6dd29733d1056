using System.Text.RegularExpressions;
using Clawdbot.Infra.Tests.Testing;

namespace Clawdbot.Infra.Tests.Etcd.Real;

/// <summary>
/// Runs the block of a runbook as it is written, with a <c>kubectl</c> that stands for the cluster: <c>exec</c> runs the real etcdctl with the
/// environment of the member's container, and everything else is handed to the test. Addresses of pods become those on loopback.
/// </summary>
public sealed partial class FakeKubectl(RealCluster cluster, Func<string, string, Task> handle)
{
    private readonly string _folder = Path.Combine(cluster.Folder, "kubectl");

    /// <summary>What was asked of the cluster, <c>exec</c> left out, in order.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Runs the only shell block below <c>## Steps</c>, after replacing the given lines.</summary>
    public async Task<FinishedProgram> RunBook(string book, params (string Line, string Replacement)[] changes)
    {
        var block = ShellBlock().Match(Repository.Read("docs", "runbooks", book)).Groups["block"].Value;
        foreach (var (line, replacement) in changes)
        {
            Assert.Contains(line, block, StringComparison.Ordinal);
            block = block.Replace(line, replacement, StringComparison.Ordinal);
        }
        await Write();
        using var stop = new CancellationTokenSource();
        var answers = Task.Run(() => Answer(stop.Token));
        var run = await FinishedProgram.Run("/bin/sh", ["-c", block], new Dictionary<string, string> { ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}" });
        await stop.CancelAsync();
        await answers;
        return run;
    }

    /// <summary>Replaces the addresses of pods.</summary>
    public string OnLoopback(string text)
    {
        foreach (var member in cluster.Members)
        {
            text = text.Replace($"https://{member.Name}.etcd.clawdbot-etcd.svc:2380", member.PeerUrl, StringComparison.Ordinal)
                .Replace($"https://{member.Name}.etcd.clawdbot-etcd.svc:2379", member.ClientUrl, StringComparison.Ordinal);
        }
        return text;
    }

    private async Task Answer(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var request in Directory.GetFiles(_folder, "*.request"))
            {
                var words = (await File.ReadAllTextAsync(request, CancellationToken.None)).Trim();
                Requests.Add(words);
                var result = "0";
                try
                {
                    await handle(words, await File.ReadAllTextAsync(Path.ChangeExtension(request, ".input"), CancellationToken.None));
                }
                catch (Exception exception)
                {
                    await File.WriteAllTextAsync(Path.ChangeExtension(request, ".message"), exception.ToString(), CancellationToken.None);
                    result = "1";
                }
                File.Delete(request);
                var done = Path.ChangeExtension(request, ".done");
                await File.WriteAllTextAsync($"{done}.new", result, CancellationToken.None);
                File.Move($"{done}.new", done);
            }
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private async Task Write()
    {
        Directory.CreateDirectory(_folder);
        var environment = cluster.ControlEnvironment("").Select(pair => $"export {pair.Key}='{pair.Value}'");
        var endpoints = cluster.Members.Select(member => $"  {member.Name}) export ETCDCTL_ENDPOINTS={member.ClientUrl} ;;");
        // Back and forth, because commands read addresses and print them.
        var there = cluster.Members.SelectMany(member => new[] { $"-e 's|https://{member.Name}\\.etcd\\.clawdbot-etcd\\.svc:2380|{member.PeerUrl}|g'", $"-e 's|https://{member.Name}\\.etcd\\.clawdbot-etcd\\.svc:2379|{member.ClientUrl}|g'" });
        var back = cluster.Members.SelectMany(member => new[] { $"-e 's|{member.PeerUrl}|https://{member.Name}.etcd.clawdbot-etcd.svc:2380|g'", $"-e 's|{member.ClientUrl}|https://{member.Name}.etcd.clawdbot-etcd.svc:2379|g'" });
        var path = Path.Combine(_folder, "kubectl");
        await File.WriteAllTextAsync(path, $$"""
            #!/bin/bash
            if [ "$1 $2 $3" = "--namespace clawdbot-etcd exec" ]; then
              pod=$4
              while [ "$1" != "--" ]; do shift; done
              [ "$2" = etcdctl ] || exit 64
              shift 2
              {{string.Join('\n', environment)}}
              # In the pod the default is right; both the variable and the flag would be an error.
              unset ETCDCTL_ENDPOINTS
              case "$*" in
              *--endpoints=*) ;;
              *)
                case "$pod" in
                {{string.Join('\n', endpoints)}}
                esac
                ;;
              esac
              arguments=()
              for argument in "$@"; do arguments+=("$(printf '%s' "$argument" | sed {{string.Join(' ', there)}})"); done
              set -o pipefail
              {{RequiredProgram.Find("etcdctl", "etcd-client")}} "${arguments[@]}" | sed {{string.Join(' ', back)}}
              exit $?
            fi
            request="{{_folder}}/$$-$RANDOM"
            case "$*" in *--filename=-*) cat > "$request.input" ;; *) : > "$request.input" ;; esac
            printf '%s' "$*" > "$request.new"
            mv "$request.new" "$request.request"
            while [ ! -e "$request.done" ]; do sleep 0.05; done
            [ -e "$request.message" ] && cat "$request.message" >&2
            exit "$(cat "$request.done")"

            """);
        (await FinishedProgram.Run("/bin/chmod", ["700", path])).Succeeded();
    }

    [GeneratedRegex(@"^## Steps\n.*?^```sh\n(?<block>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex ShellBlock();
}
