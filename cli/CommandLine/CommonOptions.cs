using System.CommandLine;

namespace Clawdbot.Cli.CommandLine;

/// <summary>Arguments that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary>The stack to work on.</summary>
    public static Argument<string> Stack() => new("stack") { Description = "the name of a stack, for example prod" };
}
