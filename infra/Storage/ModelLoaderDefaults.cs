using System.Collections.Immutable;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Infra.Storage;

/// <summary>Choices of <see cref="ModelLoader"/>.</summary>
public static class ModelLoaderDefaults
{
    /// <summary>Value of <c>app.kubernetes.io/name</c> and <c>app.kubernetes.io/component</c>.</summary>
    public const string Component = "model-loader";

    /// <summary>Image that builds and runs the loader's sources.</summary>
    public const string Image = SourceProgram.Image;

    /// <summary>The public Hub.</summary>
    public const string HuggingFaceEndpoint = "https://huggingface.co";

    /// <summary>Same user and group as the model servers, so that what one writes the other may read.</summary>
    public const int UserId = VllmDefaults.UserId;

    /// <summary>What vLLM reads: weights, configurations, tokenizers, chat templates. Not <c>*.bin</c> and <c>*.pth</c>, which repeat the weights and can run code.</summary>
    public static ImmutableArray<string> Include { get; } = ["*.safetensors", "*.json", "*.txt", "*.model", "*.tiktoken", "*.jinja"];

    /// <summary>Second copies of the weights in other layouts: Mistral's, Meta's, OpenAI's for Metal, and exports.</summary>
    public static ImmutableArray<string> Exclude { get; } = ["consolidated*.safetensors", "original/", "metal/", "onnx/", "openvino/"];

    /// <summary>Four connections fill 10 Gbit/s from the Hub's content network as a rule; more only add partial files.</summary>
    public const int Parallelism = 4;

    /// <summary>Files fetched at once.</summary>
    public static IntegerRange ParallelismRange { get; } = new(1, 16);

    /// <summary>Size of a model in GiB: the largest open one in use has about 1 TiB.</summary>
    public static IntegerRange WeightsGiB { get; } = new(1, 4096);

    /// <summary>Patterns in one list.</summary>
    public const int MaximumPatterns = 64;

    /// <summary>A line of 100 Mbit/s: whoever has less needs a source nearby, not more patience.</summary>
    public const int SlowestMiBPerSecond = 12;

    /// <summary>Seconds on top of the transfer: pulling the image, building, verifying, waiting for the lease of a dead loader, retries.</summary>
    public const int SlackSeconds = 1800;

    /// <summary>Seconds that a deployment waits longer than the Job may run, so that the Job's own end is what it reports.</summary>
    public const int WaitSlackSeconds = 300;

    /// <summary>New pods after a failure that a repetition may mend. Each continues where the last one stopped.</summary>
    public const int BackoffLimit = 6;

    /// <summary>Seconds that a finished Job stays for its log: three days, a weekend.</summary>
    public const int TtlSeconds = 3 * 24 * 3600;

    /// <summary>Seconds to flush and to give the lease back.</summary>
    public const int GracePeriodSeconds = 30;

    /// <summary>
    /// Exit codes of the loader that no repetition mends: wrong settings, refused by the source, corrupt, disk full, unusable list of files,
    /// foreign target. The loader's <c>ExitCodes</c> name them.
    /// </summary>
    public static ImmutableArray<int> FinalExitCodes { get; } = [2, 4, 5, 6, 7, 9];

    /// <summary>Everywhere. The Hub's content network has no fixed addresses; a mirror inside should be named instead.</summary>
    public static ImmutableArray<string> EgressCidrs { get; } = ["0.0.0.0/0", "::/0"];

    /// <summary>Link-local addresses, where clouds answer for the node's own credentials.</summary>
    public const string LinkLocal = "169.254.0.0/16";

    /// <summary>Addresses that are not on the internet: private networks (RFC 1918) and the carriers' shared ones (RFC 6598), which some clusters give to pods.</summary>
    public static ImmutableArray<string> PrivateNetworks { get; } = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>The same of IPv6: unique local addresses (RFC 4193), among them the metadata service of EC2, and link-local ones.</summary>
    public static ImmutableArray<string> LocalNetworks6 { get; } = ["fc00::/7", "fe80::/10"];

    /// <summary>The metadata service of EC2 by IPv6. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html</summary>
    public const string MetadataService6 = "fd00:ec2::254/128";

    /// <summary>Agent of EKS Pod Identity. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html</summary>
    public const string PodIdentityAgent = "169.254.170.23/32";

    /// <summary>Port of that agent.</summary>
    public const int PodIdentityPort = 80;

    /// <summary>Where the sources and the settings are mounted.</summary>
    public const string ProgramPath = "/loader";

    /// <summary>File name of the settings.</summary>
    public const string SettingsFile = "load.json";

    /// <summary>Home, build output and the built program.</summary>
    public const string WorkPath = SourceProgram.WorkPath;

    /// <summary>Folder for temporary files; the runtime keeps its locks there.</summary>
    public const string TemporaryPath = SourceProgram.TemporaryPath;

    /// <summary>Folder of the token.</summary>
    public const string TokenPath = "/run/model-source";

    /// <summary>Key of the token in its Secret.</summary>
    public const string TokenKey = "token";

    /// <summary>Where a local folder's claim is mounted.</summary>
    public const string SourcePath = "/source";

    /// <summary>Size of the work volume; a build leaves about one MiB, the SDK's own notes as much.</summary>
    public const string WorkSize = "256Mi";

    /// <summary>Size of the temporary folder.</summary>
    public const string TemporarySize = "128Mi";

    /// <summary>Processor asked for: checking 1 GB/s takes about one core, TLS another.</summary>
    public const string CpuRequest = "1";

    /// <summary>Processor at most.</summary>
    public const string CpuLimit = "4";

    /// <summary>Memory asked for. The compiler needs the most, about 400 MB; the loader a megabyte for each connection.</summary>
    public const string MemoryRequest = "1Gi";

    /// <summary>Memory at most; what is written counts here until it is on the disk.</summary>
    public const string MemoryLimit = "2Gi";

    /// <summary>Ephemeral storage asked for.</summary>
    public const string EphemeralStorageRequest = "128Mi";

    /// <summary>Ephemeral storage at most: both scratch volumes full, and logs.</summary>
    public const string EphemeralStorageLimit = "512Mi";
}
