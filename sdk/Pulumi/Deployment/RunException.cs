namespace Pulumi;

/// <summary>An error whose message is all that a user needs; no stack trace is shown for it.</summary>
public class RunException : Exception
{
    /// <summary>An error with a message.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and its cause.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The error that <see cref="OutputAttribute"/> properties of a stack are not outputs.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames) => new(
        $"Output(s) {string.Join(", ", outputAttributeNames.Select(name => $"'{name}'"))} have incorrect type. "
        + "[Output] attributed properties must be instances of Output<T>.");
}
