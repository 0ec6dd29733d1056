using Clawdbot.Policies.Kubernetes;
using Clawdbot.Policies.Resources;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>
/// Finds servers: by their command line, or by an image of vLLM that is started with its own entry point. A container that runs something else from such an image, or
/// hands over to a script that is not here, is none.
/// </summary>
internal static class VllmServers
{
    /// <summary>Type token of a Docker container.</summary>
    public const string DockerContainer = "docker:index/container:Container";

    // The second one is the old server without the API of OpenAI; it takes the same arguments.
    private static readonly string[] Modules = ["vllm.entrypoints.openai.api_server", "vllm.entrypoints.api_server"];

    // Programs around vLLM whose images carry its name.
    private static readonly string[] OtherPrograms =
        ["router", "controller", "operator", "gateway", "proxy", "exporter", "bench", "sidecar", "scheduler", "epp", "download", "loader", "client", "-ui", "test", "cache-server", "webhook"];

    // vllm-openai, vllm-openai-rocm, vllm-cpu-release-repo, in whatever registry.
    private static readonly string[] OfficialImages = ["vllm-openai", "vllm-cpu", "vllm-tpu"];

    // Flags that no other server has, for images that cannot be read.
    private static readonly string[] OwnFlags = ["--max-model-len", "--gpu-memory-utilization", "--max-num-seqs", "--max-num-batched-tokens", "--served-model-name"];

    private static readonly string[] Shells = ["sh", "bash", "ash", "dash", "zsh", "ksh"];

    /// <summary>The servers that a resource declares.</summary>
    public static IReadOnlyList<VllmServer> Find(PolicyResource resource)
    {
        if (resource.Type == DockerContainer)
        {
            return InDocker(resource) is { } server ? [server] : [];
        }

        return [.. resource.Objects.SelectMany(item => item.Workload is { } workload ? Containers(workload) : []).Select(InCluster).OfType<VllmServer>()];
    }

    private static bool IsServerImage(string image) => NameOf(image) is var name && name.Contains("vllm", StringComparison.Ordinal) && !Array.Exists(OtherPrograms, name.Contains);

    private static bool IsOfficialImage(string image) =>
        IsServerImage(image) && NameOf(image) is var name && (name == "vllm" || OfficialImages.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    private static IEnumerable<Container> Containers(Workload workload) =>
        workload.Pod["containers"].IsUnreadable || workload.Pod["initContainers"].IsUnreadable
            ? []
            : workload.Containers.Where(container => !container.Root.IsUnreadable && container.IsLongRunning);

    private static VllmServer? InCluster(Container container)
    {
        var root = container.Root;
        var environment = ServerEnvironment.OfContainer(root);
        var command = Tokens(root["command"], environment);
        var arguments = Tokens(root["args"], environment);
        var labels = container.Workload.PodMetadata["labels"];
        var isLabelled = labels["app.kubernetes.io/name"] is { IsUnreadable: false, Text: "vllm" };
        return Server(root["image"], command, arguments, isLabelled, environment) is { } found
            ? new VllmServer(root, container, container.ToString(), found, environment)
            : null;
    }

    private static VllmServer? InDocker(PolicyResource resource)
    {
        var root = resource.Properties;
        var environment = ServerEnvironment.OfDocker(root["envs"]);

        // Docker expands nothing: $(NAME) is passed on as it is.
        var command = Tokens(root["entrypoints"], null);
        var arguments = Tokens(root["command"], null);
        var isLabelled = root["labels"] is { IsUnreadable: false } labels
            && labels.Items.Any(l => l is { IsUnreadable: false } && l["label"] is { IsUnreadable: false, Text: "app.kubernetes.io/name" } && l["value"] is { IsUnreadable: false, Text: "vllm" });
        return Server(root["image"], command, arguments, isLabelled, environment) is { } found
            ? new VllmServer(root, null, $"container {ShownValue.Quoted(root["name"] is { IsUnreadable: false, IsSecret: false, Text: { } name } ? name : resource.Name)}", found, environment)
            : null;
    }

    private static VllmArguments? Server(Property image, List<CommandToken> command, List<CommandToken> arguments, bool isLabelled, ServerEnvironment environment)
    {
        List<CommandToken> all = [.. command, .. arguments];
        if (Script(all, environment) is { } script)
        {
            return script.Commands.Select(InCommand).FirstOrDefault(found => found is not null) is { } inScript ? Noted(VllmArguments.Read(inScript), script, environment, all) : null;
        }

        if (InCommand(all) is { } tokens)
        {
            return VllmArguments.Read(tokens);
        }

        // With a command of its own the container runs that. Otherwise the entry point of vLLM's images is `vllm serve`, in old releases the module; images of others may
        // have a script there.
        var isServer = image is { IsUnreadable: false, Text: { } name }
            ? IsOfficialImage(name) || (IsServerImage(name) && HasOwnFlag(arguments))
            : image.IsUnreadable && (isLabelled || HasOwnFlag(arguments));
        if (command.Count > 0 || !isServer)
        {
            return null;
        }

        return VllmArguments.Read(arguments is [{ Text: "serve" }, .. var rest] ? rest : arguments);
    }

    // Variables that the script sets are as good as those of the container.
    private static VllmArguments Noted(VllmArguments arguments, ShellScript script, ServerEnvironment environment, List<CommandToken> all)
    {
        foreach (var (name, value) in script.Assigned)
        {
            environment.Set(new EnvironmentVariable(name, all[^1].Place, value.Contains(CommandToken.Hole, StringComparison.Ordinal) ? null : value));
        }

        return arguments;
    }

    private static List<CommandToken> Tokens(Property list, ServerEnvironment? environment)
    {
        if (list.IsUnreadable)
        {
            return [new CommandToken(CommandToken.Hole.ToString(), list)];
        }

        return
        [
            .. list.Items.Select(item => new CommandToken(
                item.IsUnreadable ? CommandToken.Hole.ToString() : environment?.Expanded(item.Scalar ?? "") ?? item.Scalar ?? "", item)),
        ];
    }

    // The script of `sh -c script`, also behind `env` and the like.
    private static ShellScript? Script(List<CommandToken> all, ServerEnvironment environment)
    {
        var shell = all.FindIndex(token => Shells.Contains(token.FileName, StringComparer.Ordinal));
        if (shell is < 0 or > 3)
        {
            return null;
        }

        var option = all.FindIndex(shell + 1, token => token.Text is ['-', not '-', ..] && token.Text.EndsWith('c'));
        return option > 0 && option + 1 < all.Count && all[option + 1] is var script ? ShellScript.Read(script.Text, script.Place, environment.Literal) : null;
    }

    // The words behind `vllm serve` or the module, wherever they stand: behind exec, env, python3, uv run.
    private static List<CommandToken>? InCommand(IReadOnlyList<CommandToken> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.FileName == "vllm" && at + 1 < words.Count && words[at + 1].Text == "serve")
            {
                return [.. words.Skip(at + 2)];
            }

            if (Modules.Contains(word.Text.StartsWith("-m", StringComparison.Ordinal) ? word.Text[2..] : word.Text, StringComparer.Ordinal) || word.Text.EndsWith("vllm/entrypoints/openai/api_server.py", StringComparison.Ordinal))
            {
                return [.. words.Skip(at + 1)];
            }
        }

        return null;
    }

    private static bool HasOwnFlag(List<CommandToken> arguments) =>
        arguments.Exists(token => OwnFlags.Contains(token.Text.Split('=')[0].Replace('_', '-'), StringComparer.Ordinal));

    // The last part of the image's name, without tag and digest.
    private static string NameOf(string image)
    {
        var name = image.Split('@')[0];
        return name[(name.LastIndexOf('/') + 1)..].Split(':')[0].ToLowerInvariant();
    }
}
