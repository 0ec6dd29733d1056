using System.Globalization;
using Clawdbot.Policies.Resources;

namespace Clawdbot.Policies.Values;

/// <summary>
/// A place in a resource's properties, with or without a value. What a rule reads here is certain: asking for something unknown throws
/// <see cref="UnknownValueException"/>, a wrong type reads as absent, and nothing that was secret comes out of <see cref="Shown"/>.
/// </summary>
internal sealed class Property
{
    private readonly PropertyValue? _value;
    private readonly object? _step;
    private readonly Property? _parent;

    // The value is that of what it stands in, which cannot be read: nobody knows whether there is one here.
    private readonly bool _isInherited;

    // The step is a key that was found in something secret, and is secret itself; a key that a rule asks for is not.
    private readonly bool _isHiddenStep;

    private Property(PolicyResource resource, Property? parent, object? step, PropertyValue? value, bool isSecret, bool isInherited = false, bool isHiddenStep = false)
    {
        _isInherited = isInherited;
        _isHiddenStep = isHiddenStep;
        Resource = resource;
        _parent = parent;
        _step = step;
        IsSecret = isSecret;
        while (value is PropertyValue.Secret { Content: { } content })
        {
            IsSecret = true;
            value = content;
        }

        IsSecret |= value is PropertyValue.Secret;
        _value = value is PropertyValue.Null ? null : value;
    }

    /// <summary>The resource that it belongs to.</summary>
    public PolicyResource Resource { get; }

    /// <summary>Whether the value, or what it stands in, is secret. Its content may be looked at, but never shown.</summary>
    public bool IsSecret { get; }

    /// <summary>Whether the value cannot be read, whatever it is.</summary>
    public bool IsUnreadable => _value is PropertyValue.Unknown or PropertyValue.Secret;

    /// <summary>Whether a value other than null stands here.</summary>
    /// <exception cref="UnknownValueException">The value is known only after the deployment, or stands in a secret that cannot be looked at.</exception>
    public bool Exists => (_value is PropertyValue.Secret && !_isInherited) || Readable() is not null;

    /// <summary>Whether nothing, or null, stands here.</summary>
    /// <exception cref="UnknownValueException">The value is known only after the deployment.</exception>
    public bool IsMissing => !Exists;

    /// <summary>The string; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public string? Text => (Readable() as PropertyValue.Text)?.Value;

    /// <summary>The number, also when it was written as a string; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public double? Number => Readable() switch
    {
        PropertyValue.Number number => number.Value,
        PropertyValue.Text text when double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
        _ => null,
    };

    /// <summary>The boolean, also when it was written as a string as some AWS inputs are; null when there is none.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public bool? Flag => Readable() switch
    {
        PropertyValue.Flag flag => flag.Value,
        PropertyValue.Text { Value: "true" } => true,
        PropertyValue.Text { Value: "false" } => false,
        _ => null,
    };

    /// <summary>String, number or boolean as text; null for anything else.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public string? Scalar => Readable() switch
    {
        PropertyValue.Text text => text.Value,
        PropertyValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        PropertyValue.Flag flag => flag.Value ? "true" : "false",
        _ => null,
    };

    /// <summary>Whether an object stands here.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public bool IsMap => Readable() is PropertyValue.Map;

    /// <summary>Whether a list stands here.</summary>
    /// <exception cref="UnknownValueException">The value cannot be read.</exception>
    public bool IsList => Readable() is PropertyValue.List;

    /// <summary>The elements of a list; none when there is no list.</summary>
    /// <exception cref="UnknownValueException">The list as a whole cannot be read.</exception>
    public IEnumerable<Property> Items
    {
        get
        {
            if (Readable() is not PropertyValue.List list)
            {
                return [];
            }

            return list.Items.Select((item, index) => new Property(Resource, this, index, item, IsSecret));
        }
    }

    /// <summary>The members of an object; none when there is no object.</summary>
    /// <exception cref="UnknownValueException">The object as a whole cannot be read.</exception>
    public IEnumerable<KeyValuePair<string, Property>> Entries
    {
        get
        {
            if (Readable() is not PropertyValue.Map map)
            {
                return [];
            }

            return map.Entries.Select(entry => KeyValuePair.Create(entry.Key, new Property(Resource, this, entry.Key, entry.Value, IsSecret, isHiddenStep: IsSecret)));
        }
    }

    /// <summary>The member <paramref name="key"/>, which need not exist. What stands in something unknown is unknown itself.</summary>
    public Property this[string key] => new(Resource, this, key, _value switch
    {
        PropertyValue.Map map => map.Find(key),
        PropertyValue.Unknown or PropertyValue.Secret => _value,
        _ => null,
    }, IsSecret, isInherited: IsUnreadable);

    /// <summary>Where it stands, for example <c>spec.containers[0].image</c>; empty for the properties as a whole.</summary>
    public string Path => PropertyPath.Of(Steps());

    /// <summary>The value for a message: short, on one line, and never a secret.</summary>
    public string Shown => IsSecret ? "a secret" : ShownValue.Of(_value);

    /// <summary>This place, for a rule whose messages name what stands here.</summary>
    /// <exception cref="UnknownValueException">It is secret.</exception>
    public Property Public => IsSecret ? throw new UnknownValueException(this, "is a secret") : this;

    /// <summary>The raw value; null when nothing stands here.</summary>
    public PropertyValue? Raw => _value;

    /// <summary>The properties of <paramref name="resource"/> as a whole.</summary>
    public static Property RootOf(PolicyResource resource, PropertyValue.Map properties) => new(resource, null, null, properties, false);

    /// <summary>The JSON document in a string, as a place below it; null when there is no string, or it is no JSON.</summary>
    /// <exception cref="UnknownValueException">The string cannot be read.</exception>
    public Property? ParseJson() => Text is { } text && JsonValues.TryParse(text) is { } value ? new Property(Resource, this, PropertyPath.Document, value, IsSecret) : null;

    /// <summary>The document <paramref name="value"/> that a reader of another notation found in the string here, as a place below it.</summary>
    public Property Document(PropertyValue value) => new(Resource, this, PropertyPath.Document, value, IsSecret);

    /// <summary>
    /// The properties of the resource with <paramref name="value"/> at this place (null removes it); objects on the way that do not exist are made. Null when the place
    /// lies inside a JSON text, or on the way stands something that is no object.
    /// </summary>
    public PropertyValue.Map? Replaced(PropertyValue? value)
    {
        var replacement = value;
        for (var place = this; place._parent is { } parent; place = parent)
        {
            switch (place._step, parent._value)
            {
                case (string key, PropertyValue.Map map):
                    replacement = parent.Wrapped(map.With(key, replacement));
                    break;
                case (string key, null):
                    replacement = replacement is null ? null : new PropertyValue.Map([KeyValuePair.Create(key, replacement)]);
                    break;
                case (int index, PropertyValue.List list) when replacement is not null:
                    replacement = parent.Wrapped(new PropertyValue.List([.. list.Items.Take(index), replacement, .. list.Items.Skip(index + 1)]));
                    break;
                default:
                    return null;
            }
        }

        return replacement as PropertyValue.Map;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Path} = {Shown}";

    // What was secret must stay so in a changed copy.
    private PropertyValue Wrapped(PropertyValue value) => IsSecret && _parent?.IsSecret != true ? new PropertyValue.Secret(value) : value;

    private PropertyValue? Readable() => _value switch
    {
        PropertyValue.Unknown => throw new UnknownValueException(this, "is known only after the deployment"),
        PropertyValue.Secret => throw new UnknownValueException(this, "is a secret that cannot be looked at"),
        _ => _value,
    };

    private List<object> Steps()
    {
        var steps = new List<object>();
        for (var place = this; place._parent is not null; place = place._parent)
        {
            steps.Add(place._isHiddenStep ? PropertyPath.HiddenKey : place._step!);
        }

        steps.Reverse();
        return steps;
    }
}
