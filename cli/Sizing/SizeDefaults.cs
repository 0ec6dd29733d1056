using Clawdbot.Infra.Capacity;
using Clawdbot.Infra.Serving;

namespace Clawdbot.Cli.Sizing;

/// <summary>The choices of <c>clawdbot size</c>: what is asked when the command line does not say.</summary>
internal static class SizeDefaults
{
    /// <summary>The release that pools run when nothing else is set, from the tag of their image.</summary>
    public static VllmVersion Version { get; } = VllmVersion.Parse(VllmDefaults.Image[(VllmDefaults.Image.LastIndexOf(':') + 1)..])
        ?? throw new InvalidOperationException($"The tag of {VllmDefaults.Image} is not a release.");

    /// <summary>Context in tokens: a long chat with tool results, and short enough that models with long native contexts can be compared.</summary>
    public const int Context = 8192;

    /// <summary>Requests at the same time: an assistant for a handful of people, each with a helper or two.</summary>
    public const int Concurrency = 8;

    /// <summary>Tokens of a usual prompt: instructions, tools and some history.</summary>
    public const int PromptTokens = 2048;

    /// <summary>Tokens of a usual answer: a page of text.</summary>
    public const int AnswerTokens = 512;

    /// <summary>The part of a short context that is left for the answer when the usual lengths do not fit it: one in four.</summary>
    public const int AnswerPart = 4;

    /// <summary>Name that clients ask for when only a file says what the model is: the file's path would not be a name.</summary>
    public const string ServedName = "model";

    /// <summary>GPUs of one server when nothing else is said: one card is the question that is asked first.</summary>
    public const int Gpus = 1;

    /// <summary>GPUs of one machine in the matrix: no instance type has more of them.</summary>
    public const int MatrixGpus = 8;
}
