namespace Clawdbot.Infra.Diagnostics;

/// <summary>
/// The diagnostic ids that are shared: CB0xxx command line and files, CB1xxx stack settings, CB20xx component rules, CB3xxx capacity.
/// A concept with ids of its own lists them in a class of the same suffix in its folder: CB21xx to CB29xx; CB4xxx are rules between components.
/// docs/diagnostics.md gives cause and remedy of each; a test holds the page to this list. An id is never reused.
/// </summary>
public static class DiagnosticIds
{
    /// <summary>The command itself failed: a defect of clawdbot.</summary>
    public const string InternalError = "CB0001";

    /// <summary>The command line cannot be understood: unknown verb or option, missing or surplus argument.</summary>
    public const string Usage = "CB0002";

    /// <summary>The named stack has no stack file.</summary>
    public const string UnknownStack = "CB0003";

    /// <summary>No Pulumi.yaml was found above the current folder or the program.</summary>
    public const string ProjectNotFound = "CB0004";

    /// <summary>A file that is needed cannot be read.</summary>
    public const string UnreadableFile = "CB0005";

    /// <summary>A file is not valid YAML.</summary>
    public const string YamlSyntax = "CB0006";

    /// <summary>A project or stack file is YAML but not shaped as Pulumi wants it.</summary>
    public const string StackFileShape = "CB0007";

    /// <summary>An output path cannot be written.</summary>
    public const string UnwritableOutput = "CB0008";

    /// <summary>An output folder holds files that this command did not write.</summary>
    public const string ForeignFiles = "CB0009";

    /// <summary>The stack program failed while it was planned.</summary>
    public const string ProgramFailed = "CB0010";

    /// <summary>Two resources render to the same Kubernetes object.</summary>
    public const string ManifestCollision = "CB0011";

    /// <summary>A Kubernetes object cannot be identified before the deployment.</summary>
    public const string ManifestIdentity = "CB0012";

    /// <summary>A resource input has a type that Pulumi cannot send.</summary>
    public const string UnsupportedInput = "CB0013";

    /// <summary>Warning: a secret setting flows into the plan as plain text.</summary>
    public const string SecretInPlainText = "CB0014";

    /// <summary>Warning: a secret that the program needs is not set in the stack file.</summary>
    public const string SecretNotSet = "CB0015";

    /// <summary>Warning: a secret stands unencrypted in a project or stack file.</summary>
    public const string SecretNotEncrypted = "CB0016";

    /// <summary>Warning: values were left out of a rendered manifest.</summary>
    public const string ManifestIncomplete = "CB0017";

    /// <summary>The program asks a provider for data, which nothing answers offline.</summary>
    public const string InvokeOffline = "CB0018";

    /// <summary>There is nothing to compare with: no such path, or a folder without a plan and without manifests.</summary>
    public const string NothingToCompare = "CB0019";

    /// <summary>A plan file is not valid JSON.</summary>
    public const string PlanSyntax = "CB0020";

    /// <summary>A plan file is JSON but not a plan as docs/plan-schema.md describes it.</summary>
    public const string PlanShape = "CB0021";

    /// <summary>A plan file of another version of the schema.</summary>
    public const string PlanVersion = "CB0022";

    /// <summary>A plan file of another project or stack.</summary>
    public const string OtherStack = "CB0023";

    /// <summary>A manifest is not valid YAML.</summary>
    public const string ManifestSyntax = "CB0024";

    /// <summary>A manifest is YAML but not one Kubernetes object, or the object stands in two files.</summary>
    public const string ManifestShape = "CB0025";

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

    /// <summary>A model that the catalogue does not have.</summary>
    public const string UnknownModel = "CB3001";

    /// <summary>A GPU name in a capacity question that the catalogue does not have.</summary>
    public const string UnknownCapacityGpu = "CB3002";

    /// <summary>A number of a capacity question outside its range.</summary>
    public const string CapacityOutOfRange = "CB3003";

    /// <summary>A tensor parallel size that does not divide the attention heads.</summary>
    public const string CapacityTensorParallel = "CB3004";

    /// <summary>A context that the model does not have.</summary>
    public const string CapacityContext = "CB3005";

    /// <summary>A number type that the card or vLLM lacks.</summary>
    public const string CapacityType = "CB3006";

    /// <summary>A model configuration that cannot be read or is not JSON.</summary>
    public const string UnreadableModelConfig = "CB3007";

    /// <summary>A model configuration without a needed key, or with an impossible value.</summary>
    public const string InvalidModelConfig = "CB3008";

    /// <summary>A table of measurements or models that cannot be read.</summary>
    public const string InvalidTable = "CB3009";

    /// <summary>A model that does not fit its GPUs, with the changes that would make it fit.</summary>
    public const string DoesNotFitGpu = "CB3010";

    /// <summary>A goal that contradicts itself or that the model cannot meet.</summary>
    public const string ImpossibleGoal = "CB3011";

    /// <summary>A release of vLLM that lacks a flag which the configuration needs.</summary>
    public const string FlagNotInRelease = "CB3012";

    /// <summary>An assistant that may send more requests at once than the pools answer at once.</summary>
    public const string AssistantBudgetExceeded = "CB3013";
}
