using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>One <see cref="OutputAttribute"/> property of a resource class.</summary>
internal sealed class OutputProperty
{
    private readonly PropertyInfo _property;
    private readonly MethodInfo? _setter;
    private readonly Func<OutputSlot>? _newSlot;

    public OutputProperty(string name, PropertyInfo property)
    {
        Name = name;
        _property = property;

        // The setter of an inherited property is only seen on the class that declares it.
        _setter = property.DeclaringType!.GetProperty(property.Name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
            | BindingFlags.DeclaredOnly)!.GetSetMethod(nonPublic: true);
        var type = property.PropertyType;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>))
        {
            try
            {
                WireReader.Check(type.GetGenericArguments()[0]);
            }
            catch (NotSupportedException exception)
            {
                throw new InvalidOperationException($"[Output] property {property.DeclaringType!.FullName}.{property.Name}: {exception.Message}");
            }

            var slotType = typeof(OutputSlot<>).MakeGenericType(type.GetGenericArguments());
            _newSlot = () => (OutputSlot)Activator.CreateInstance(slotType)!;
        }
    }

    public string Name { get; }

    public string PropertyName => _property.Name;

    public bool IsOutput => _newSlot is not null;

    public object? Read(Resource resource) => _property.GetValue(resource);

    /// <summary>Gives the property an output that the engine's reply resolves.</summary>
    public OutputSlot Attach(Resource resource)
    {
        if (_newSlot is null)
        {
            throw RunException.OutputsHaveIncorrectType([Name]);
        }

        if (_setter is null)
        {
            throw new InvalidOperationException(
                $"[Output] {resource.GetType().FullName}.{PropertyName} did not have a 'set' method; give it one, private if you like.");
        }

        var slot = _newSlot();
        _setter.Invoke(resource, [slot.Output]);
        return slot;
    }
}
