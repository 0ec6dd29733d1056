using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Serving;

/// <summary>A variable in the environment of a server.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Place">Where it is set: the element of <c>env</c>, the string of a Docker container, the script.</param>
/// <param name="Literal">Its value; null when it stands elsewhere, as in a Secret, or is not known.</param>
internal sealed record EnvironmentVariable(string Name, Property Place, string? Literal)
{
    /// <summary>The value for a message; never a secret.</summary>
    public string Shown => Place.IsSecret ? "a secret" : Literal is null ? "set from elsewhere" : ShownValue.Quoted(Literal);

    /// <summary>Whether vLLM takes it for on: its switches are numbers, and <c>true</c> is understood in some.</summary>
    public bool IsOn => Literal is { } text && text.Trim() is not ("" or "0") && !text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);
}
