namespace Clawdbot.Cli.Diffs;

/// <summary>What follows from an <see cref="Effect"/> alone.</summary>
internal static class Effects
{
    /// <summary>The restart class.</summary>
    public static RestartClass Class(Effect effect) => effect switch
    {
        Effect.Nothing => RestartClass.None,
        Effect.InPlace or Effect.ReplaceObject or Effect.Scale or Effect.NextRun or Effect.NodeScale => RestartClass.Hot,
        Effect.NodeChange or Effect.NodeRollout or Effect.NodeReplace or Effect.ClusterRollout => RestartClass.Node,
        Effect.DataMove or Effect.DataPolicy or Effect.DataLoss => RestartClass.Data,
        _ => RestartClass.Pod,
    };

    /// <summary>The class as the reports spell it.</summary>
    public static string Word(RestartClass restart) => restart switch
    {
        RestartClass.None => "none",
        RestartClass.Hot => "hot",
        RestartClass.Pod => "pod",
        RestartClass.Node => "node",
        _ => "data",
    };

    /// <summary>Whether the resource itself is deleted and made anew.</summary>
    public static bool Replaces(Effect effect) => effect is
        Effect.ReplaceObject or Effect.Recreate or Effect.NewJob or Effect.Container or Effect.NodeReplace or Effect.DataLoss;
}
