namespace Pulumi.Serialization;

/// <summary>A wire value that is not of the shape that the program expects.</summary>
internal sealed class WireFormatException(Type expected, object? actual, string path) : Exception(
    $"Expected {expected.FullName} but got {actual?.GetType().FullName ?? "null"}" + (path.Length == 0 ? "" : $" at {path}"));
