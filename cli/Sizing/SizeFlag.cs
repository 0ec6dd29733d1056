namespace Clawdbot.Cli.Sizing;

/// <summary>A flag of vLLM as it stands on its command line.</summary>
/// <param name="Text">For example <c>--max-num-seqs=64</c>.</param>
/// <param name="Reason">Why it has this value.</param>
internal sealed record SizeFlag(string Text, string Reason);
