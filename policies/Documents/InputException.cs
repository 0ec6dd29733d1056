namespace Clawdbot.Policies.Documents;

/// <summary>A file that cannot be used, with every mistake that was found in it.</summary>
internal sealed class InputException(IReadOnlyList<InputError> errors) : Exception(string.Join('\n', errors))
{
    /// <summary>The mistakes, at least one.</summary>
    public IReadOnlyList<InputError> Errors { get; } = errors;

    /// <summary>One mistake.</summary>
    public static InputException Of(string id, string what, string value, string allowed, string next) => new([new InputError(id, what, value, allowed, next)]);

    /// <summary>Throws when there are mistakes.</summary>
    public static void ThrowIfAny(IReadOnlyList<InputError> errors)
    {
        if (errors.Count > 0)
        {
            throw new InputException(errors);
        }
    }
}
