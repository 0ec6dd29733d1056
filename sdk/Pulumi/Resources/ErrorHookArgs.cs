using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What an <see cref="ErrorHookCallback"/> is given.</summary>
public class ErrorHookArgs
{
    /// <summary>Takes the parts.</summary>
    public ErrorHookArgs(
        string urn,
        string id,
        string name,
        string type,
        ImmutableDictionary<string, object?>? newInputs = null,
        ImmutableDictionary<string, object?>? oldInputs = null,
        ImmutableDictionary<string, object?>? oldOutputs = null,
        string failedOperation = "",
        IReadOnlyList<string>? errors = null)
    {
        Urn = urn;
        Id = id;
        Name = name;
        Type = type;
        NewInputs = newInputs;
        OldInputs = oldInputs;
        OldOutputs = oldOutputs;
        FailedOperation = failedOperation;
        Errors = errors ?? [];
    }

    /// <summary>The resource's URN.</summary>
    public string Urn { get; }

    /// <summary>The resource's id.</summary>
    public string Id { get; }

    /// <summary>The resource's name.</summary>
    public string Name { get; }

    /// <summary>The resource's type token.</summary>
    public string Type { get; }

    /// <summary>The inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; }

    /// <summary>The inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; }

    /// <summary>The outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; }

    /// <summary>The operation that failed: create, update or delete.</summary>
    public string FailedOperation { get; }

    /// <summary>The errors of the attempts so far, newest first.</summary>
    public IReadOnlyList<string> Errors { get; }
}
