namespace Pulumi.Testing;

/// <summary>Which run a test plays.</summary>
public class TestOptions
{
    /// <summary>The project's name; left out, <c>project</c>.</summary>
    public string? ProjectName { get; set; }

    /// <summary>The folder of the project file; left out, empty.</summary>
    public string? RootDirectory { get; set; }

    /// <summary>The stack's name; left out, <c>stack</c>.</summary>
    public string? StackName { get; set; }

    /// <summary>Whether it is a preview, in which outputs that the mocks do not give are unknown; left out, true.</summary>
    public bool? IsPreview { get; set; }

    /// <summary>The organization's name; left out, <c>organization</c>.</summary>
    public string? OrganizationName { get; set; }
}
