namespace Pulumi.Generator;

/// <summary>An input that the generator does not understand or a setting that it refuses; the message names the file and the text.</summary>
public sealed class GeneratorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do next.</param>
    public GeneratorException(string message)
        : base(message)
    {
    }
}
