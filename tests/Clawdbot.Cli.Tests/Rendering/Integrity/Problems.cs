namespace Clawdbot.Cli.Tests.Rendering.Integrity;

/// <summary>What a test found wrong.</summary>
internal static class Problems
{
    /// <summary>Fails with all of them, one a line.</summary>
    public static void None<T>(IEnumerable<T> problems)
    {
        var all = problems.Select(problem => problem?.ToString()).ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
