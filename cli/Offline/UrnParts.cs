namespace Clawdbot.Cli.Offline;

/// <summary>Takes URNs apart: <c>urn:pulumi:stack::project::qualifiedType::name</c>; only the name may contain <c>::</c>.</summary>
internal static class UrnParts
{
    private const int TypePart = 2;
    private const int Parts = 4;

    /// <summary>The chain of types from the topmost parent to the resource itself, joined by <c>$</c>.</summary>
    public static string QualifiedType(string urn) => Split(urn)[TypePart];

    /// <summary>The logical name.</summary>
    public static string Name(string urn) => Split(urn)[Parts - 1];

    private static string[] Split(string urn)
    {
        var parts = urn.Split("::", Parts);
        return parts.Length == Parts ? parts : throw new FormatException($"'{urn}' is not a URN: urn:pulumi:stack::project::type::name.");
    }
}
