namespace Clawdbot.Policies.Aws;

/// <summary>Actions in IAM policies: <c>s3:GetObject</c>, with wildcards for any number of characters and for one. Their case does not matter.</summary>
internal static class ActionPattern
{
    // Verbs that change something, or hand out what was encrypted. Reading verbs have no place here: many of them can only be allowed on all resources.
    private static readonly string[] WritingVerbs =
    [
        "Accept", "Add", "Allocate", "Assign", "Associate", "Assume", "Attach", "Authorize", "BatchDelete", "BatchPut", "BatchUpdate", "BatchWrite", "Bypass", "Cancel",
        "Change", "Complete", "Copy", "Create", "Deactivate", "Decrypt", "Delete", "Deregister", "Detach", "Disable", "Disassociate", "Enable", "Execute", "Import",
        "Initiate", "Invoke", "Modify", "Move", "Pass", "Publish", "Purge", "Put", "ReEncrypt", "Reboot", "Register", "Release", "Remove", "Replace", "Replicate", "Reset",
        "Restore", "Resume", "Revoke", "Run", "Schedule", "Send", "Set", "Share", "Start", "Stop", "Suspend", "Tag", "Terminate", "Transfer", "Untag", "Update", "Upload", "Write",
    ];

    /// <summary>Whether it is every action of every service.</summary>
    public static bool IsEverything(string pattern) => pattern.Length > 0 && pattern.All(c => c is '*' or ':');

    /// <summary>Whether it is every action of one service.</summary>
    public static bool IsWholeService(string pattern) =>
        pattern.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && colon < pattern.Length - 1 && pattern.AsSpan(colon + 1).TrimStart('*').IsEmpty;

    /// <summary>Whether it can match an action that changes something.</summary>
    public static bool MayWrite(string pattern)
    {
        if (pattern.IndexOf(':', StringComparison.Ordinal) is not (>= 0 and var colon))
        {
            return IsEverything(pattern);
        }

        var name = pattern[(colon + 1)..];
        var wildcard = name.AsSpan().IndexOfAny('*', '?');
        var fixedPart = wildcard < 0 ? name : name[..wildcard];
        return WritingVerbs.Any(verb => fixedPart.StartsWith(verb, StringComparison.OrdinalIgnoreCase)
            || (wildcard >= 0 && verb.StartsWith(fixedPart, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether <paramref name="pattern"/> matches <paramref name="action"/>.</summary>
    public static bool Matches(string pattern, string action)
    {
        // Back to the last star on a mismatch: linear for sensible patterns, and no stack for hostile ones.
        int at = 0, next = 0, star = -1, resume = 0;
        while (at < action.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                star = next++;
                resume = at;
            }
            else if (next < pattern.Length && (pattern[next] == '?' || char.ToUpperInvariant(pattern[next]) == char.ToUpperInvariant(action[at])))
            {
                next++;
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++resume;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(next).TrimStart('*').IsEmpty;
    }
}
