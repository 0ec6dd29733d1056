namespace Clawdbot.Stacks.Tests.Testing;

/// <summary>Tests that set the engine's environment variables, which belong to the whole process, run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    public const string Name = "process environment";
}
