using System.CommandLine;

namespace Clawdbot.Cli.CommandLine;

/// <summary>The options of <c>clawdbot size</c>. Their values are texts here, so that a wrong one is told like every other mistake.</summary>
internal sealed class SizeOptions
{
    /// <summary>The model.</summary>
    public Option<string> Model { get; } = Text("--model", "ID", "The model, by its Hugging Face id.");

    /// <summary>The card.</summary>
    public Option<string> Sku { get; } = Text("--sku", "SKU", "The GPU, for example a10, l4, a100-80 or h100.");

    /// <summary>Shapes from a file.</summary>
    public Option<string> Config { get; } = Text("--config", "FILE", "Read the model's shapes from this Hugging Face config.json.");

    /// <summary>GPUs per server.</summary>
    public Option<string> Gpus { get; } = Text("--gpus", "N", "GPUs that share one copy of the model (tensor parallel size).", "--tensor-parallel-size", "-tp");

    /// <summary>Context length.</summary>
    public Option<string> Context { get; } = Text("--context", "N", "Longest prompt plus answer, in tokens.", "--max-model-len");

    /// <summary>Concurrent requests.</summary>
    public Option<string> Concurrency { get; } = Text("--concurrency", "N", "Requests at the same time.");

    /// <summary>Usual prompt.</summary>
    public Option<string> PromptTokens { get; } = Text("--prompt-tokens", "N", "Tokens of a usual prompt.");

    /// <summary>Usual answer.</summary>
    public Option<string> AnswerTokens { get; } = Text("--answer-tokens", "N", "Tokens of a usual answer.");

    /// <summary>Share of the memory.</summary>
    public Option<string> Utilization { get; } = Text("--utilization", "U", "Share of the GPU's memory for the server.", "--gpu-memory-utilization");

    /// <summary>Release.</summary>
    public Option<string> Version { get; } = Text("--vllm-version", "V", "The release of vLLM whose accounting applies.");

    /// <summary>Type of the computation.</summary>
    public Option<string> Dtype { get; } = Text("--dtype", "TYPE", "Number type of the computation.");

    /// <summary>Type of the cache.</summary>
    public Option<string> KvCacheDtype { get; } = Text("--kv-cache-dtype", "TYPE", "Number type of the KV cache: auto or fp8.");

    /// <summary>Format of the weights.</summary>
    public Option<string> Quantization { get; } = Text("--quantization", "FORMAT", "Format of the weights, when the model's name does not tell it.");

    /// <summary>Sequences per batch.</summary>
    public Option<string> MaxNumSeqs { get; } = Text("--max-num-seqs", "N", "Requests in one batch.");

    /// <summary>Tokens per batch.</summary>
    public Option<string> MaxNumBatchedTokens { get; } = Text("--max-num-batched-tokens", "N", "Tokens in one batch.");

    /// <summary>Without CUDA graphs.</summary>
    public Option<bool> EnforceEager { get; } = new("--enforce-eager") { Description = "Run without CUDA graphs." };

    /// <summary>Further flags.</summary>
    public Option<string[]> Flag { get; } = new("--flag")
    {
        Description = "A further flag of vLLM, checked against its releases: --flag=--NAME=VALUE.",
        HelpName = "FLAG",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The matrix.</summary>
    public Option<bool> All { get; } = new("--all") { Description = "Every model of the catalogue on every GPU; --model and --sku narrow it." };

    /// <summary>Measurements.</summary>
    public Option<string> Validate { get; } = Text("--validate", "CSV", "Compare the arithmetic with published start-ups of vLLM servers.");

    /// <summary>Shapes for the measurements.</summary>
    public Option<string> Models { get; } = Text("--models", "CSV", "With --validate: shapes of models that the catalogue lacks.");

    /// <summary>For programs.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print the answer as JSON." };

    /// <summary>Every option, in the order of the help.</summary>
    public IReadOnlyList<Option> Each =>
    [
        Model, Sku, Config, Gpus, Context, Concurrency, PromptTokens, AnswerTokens, Utilization, Version, Dtype, KvCacheDtype, Quantization,
        MaxNumSeqs, MaxNumBatchedTokens, EnforceEager, Flag, All, Validate, Models, Json,
    ];

    /// <summary>Those that have no meaning for many pairs of model and card.</summary>
    public IReadOnlyList<Option> OfOnePair => [Quantization, Flag];

    private static Option<string> Text(string name, string help, string description, params ReadOnlySpan<string> aliases) =>
        new(name, [.. aliases]) { Description = description, HelpName = help };
}
