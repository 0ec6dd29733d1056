using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A class whose <see cref="InputAttribute"/> members are sent to the engine.</summary>
public abstract class InputArgs
{
    private readonly ArgsMembers _members;

    /// <summary>Finds the input members of the class.</summary>
    protected InputArgs() => _members = ArgsMembers.Of(GetType());

    /// <summary>Wire name and value of each input, missing ones as null.</summary>
    /// <exception cref="ArgumentNullException">A required input is missing.</exception>
    internal virtual IEnumerable<KeyValuePair<string, object?>> GetInputs() => _members.Read(this);

    /// <summary>Whether the input is sent as JSON text.</summary>
    internal virtual bool IsJson(string name) => _members.IsJson(name);
}
