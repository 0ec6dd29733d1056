namespace Clawdbot.Cli.Tests;

/// <summary>Tests that run a Pulumi program: its configuration is in the process's environment, so they run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProgramRuns
{
    public const string Name = "program runs";
}
