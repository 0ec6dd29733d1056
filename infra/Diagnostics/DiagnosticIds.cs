namespace Clawdbot.Infra.Diagnostics;

/// <summary>
/// Every diagnostic id: CB0xxx command line and files, CB1xxx stack settings, CB2xxx component rules.
/// docs/diagnostics.md gives cause and remedy of each; a test holds the page to this list. An id is never reused.
/// </summary>
public static class DiagnosticIds
{
    /// <summary>A settings key that does not exist.</summary>
    public const string UnknownSetting = "CB1001";

    /// <summary>A required settings key, or a required secret, that is not set.</summary>
    public const string MissingSetting = "CB1002";

    /// <summary>A settings value of the wrong type, or structured text that is not JSON.</summary>
    public const string WrongSettingType = "CB1003";

    /// <summary>A settings value outside its closed list of choices.</summary>
    public const string UnknownChoice = "CB1004";

    /// <summary>Two settings that cannot both hold.</summary>
    public const string ContradictorySettings = "CB1005";

    /// <summary>Two list entries with the same key.</summary>
    public const string DuplicateName = "CB1006";

    /// <summary>The configuration handed to the program could not be read at all.</summary>
    public const string UnreadableConfiguration = "CB1007";

    /// <summary>A name that Kubernetes or Docker would refuse.</summary>
    public const string InvalidName = "CB2001";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "CB2002";

    /// <summary>A value that this option of vLLM does not have.</summary>
    public const string InvalidVllmValue = "CB2003";

    /// <summary>A vLLM flag that does not exist, was removed, or must not be passed by hand.</summary>
    public const string InvalidVllmFlag = "CB2004";

    /// <summary>vLLM options that contradict each other.</summary>
    public const string ContradictoryVllmOptions = "CB2005";

    /// <summary>A GPU SKU that the catalogue does not have.</summary>
    public const string UnknownGpuSku = "CB2006";

    /// <summary>A feature that the GPU of the pool lacks.</summary>
    public const string UnsupportedByGpu = "CB2007";

    /// <summary>More GPUs wanted than the nodes have.</summary>
    public const string DoesNotFitNodes = "CB2008";

    /// <summary>A container image without a fixed version.</summary>
    public const string UnpinnedImage = "CB2009";

    /// <summary>A path that is not absolute or not normal.</summary>
    public const string InvalidPath = "CB2010";

    /// <summary>A model id or revision that cannot name a directory of weights.</summary>
    public const string InvalidModelReference = "CB2011";

    /// <summary>A component argument that is null.</summary>
    public const string MissingArgument = "CB2012";

    /// <summary>A pool that one machine cannot run.</summary>
    public const string NotLocal = "CB2013";
}
