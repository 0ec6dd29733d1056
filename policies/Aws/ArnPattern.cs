namespace Clawdbot.Policies.Aws;

/// <summary>Resources in IAM policies: <c>*</c>, <c>arn:aws:s3:::bucket/*</c>.</summary>
internal static class ArnPattern
{
    /// <summary>Whether it is every resource, of one service at least, in whichever account.</summary>
    public static bool IsEverything(string pattern)
    {
        var parts = pattern.Split(':', 6);
        return parts.Length < 6
            ? IsStars(pattern) || (parts[0] == "arn" && pattern.EndsWith('*'))
            : parts[4] is "" or "*" && parts[5] is "*" or "*/*";
    }

    /// <summary>Whether it is every IAM role, of one account at least.</summary>
    public static bool IsEveryRole(string pattern) => IsEverything(pattern) || (pattern.Split(':', 6) is [_, _, "iam" or "*", _, _, var resource] && resource is "*" or "role/*" or "role*");

    private static bool IsStars(string text) => text.Length > 0 && text.AsSpan().TrimStart('*').IsEmpty;
}
