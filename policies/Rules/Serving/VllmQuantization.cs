using Clawdbot.Policies.Evaluation;
using Clawdbot.Policies.Serving;
using Clawdbot.Policies.Values;

namespace Clawdbot.Policies.Rules.Serving;

/// <summary>Values of <c>--quantization</c>. What is close to no method and no known mistake may come from a plugin, and is left undecided.</summary>
internal sealed class VllmQuantization() : VllmRule(new PolicyMetadata("vllm-quantization")
{
    Title = "Quantization is a method of vLLM",
    Description = "Number formats such as fp16 or int4 are no quantization methods; the server refuses them and exits. Quantised checkpoints name their method themselves.",
    Severity = PolicySeverity.Critical,
    Frameworks = [FrameworkReference.Clawdbot("A4")],
    Remedy = "Leave the flag out: the method comes from the checkpoint, and 16-bit weights need none.",
    Url = "https://docs.vllm.ai/en/latest/features/quantization/",
})
{
    private static readonly string[] Methods =
    [
        "awq", "awq_marlin", "auto_gptq", "auto-round", "bitsandbytes", "compressed-tensors", "deepseek_v4_fp8", "deepspeedfp", "experts_int8", "fbgemm_fp8", "fp8", "fp8_per_block",
        "fp8_per_channel", "fp8_per_tensor", "fp_quant", "gguf", "gpt_oss_mxfp4", "gptq", "gptq_bitblas", "gptq_marlin", "gptq_marlin_24", "hqq", "humming", "inc",
        "int8_per_channel_weight_only", "ipex", "marlin", "modelopt", "modelopt_fp4", "modelopt_mixed", "modelopt_mxfp8", "moe_wna16", "mxfp4", "mxfp8", "nvfp4_per_token", "online",
        "petit_nvfp4", "ptpc_fp8", "qqq", "quark", "rtn", "torchao", "tpu_int8", "bitblas", "aqlm", "squeezellm",
    ];

    // Number formats and other names that are taken for methods.
    private static readonly string[] Mistakes =
    [
        "fp16", "bf16", "fp32", "fp4", "float16", "bfloat16", "float32", "half", "auto", "none", "null", "no", "false", "true", "int4", "int8", "nf4", "4bit", "8bit", "4-bit", "8-bit",
        "w4a16", "w8a8", "w8a16", "q4", "q8", "q4_0", "q8_0", "q4_k_m", "q5_k_m", "exl2", "smoothquant",
    ];

    /// <inheritdoc/>
    protected override void Check(VllmServer server, RuleReport report)
    {
        if (server.Arguments.Find("--quantization") is not { Value: { } value } argument || value is "None" or "" || Methods.Contains(value, StringComparer.Ordinal))
        {
            return;
        }

        var nearest = NearestName.Find(value, Methods);
        if (!Mistakes.Contains(value, StringComparer.OrdinalIgnoreCase) && nearest is null)
        {
            report.Undecided(server.Resource, $"{server.Where(argument)} names a method that is in no list");
            return;
        }

        var is16Bit = value.Contains("16", StringComparison.Ordinal) || value.Equals("half", StringComparison.OrdinalIgnoreCase);
        var advice = is16Bit ? "16-bit numbers are set with --dtype." : nearest is null || value.Length < 3 ? null : $"Did you mean {ShownValue.Quoted(nearest)}?";
        report.Violation(server.Resource, server.Where(argument), argument.Shown, "a method such as awq, gptq, fp8, bitsandbytes or compressed-tensors", advice);
    }
}
