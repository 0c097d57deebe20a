using System.Buffers;

namespace WebQA.Core.Browsing;

/// <summary>Signs that a page speaks to the machine that reads it: words of the usual injection templates, and marks of chat formats.</summary>
/// <remarks>
/// A flag for people and for those who filter data, never a reason to hide a page: an article about such attacks has the same words. What
/// keeps an episode safe does not depend on it (a few templates make up most of those found on the web, but a new one is found by nobody).
/// </remarks>
public static class ReaderInstructions
{
    /// <summary>The flag as answer documents and page documents write it.</summary>
    public const string Flag = "reader_instructions";

    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "ignore all previous instructions", "ignore previous instructions", "ignore all prior instructions", "ignore the above instructions",
            "ignore all instructions", "ignore your instructions", "disregard all previous", "disregard previous instructions", "disregard your instructions",
            "forget all previous", "forget your instructions", "override your instructions", "new instructions for the ai", "instructions for ai",
            "if you are an ai", "if you are a language model", "if you are an llm", "attention ai", "note to ai", "ai agents reading this", "ai assistants reading",
            "reveal your system prompt", "print your system prompt", "repeat your system prompt", "do not tell the user",
            "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|start_header_id|>", "[/inst]", "<<sys>>",
        ],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text holds such a sign.</summary>
    public static bool AreIn(string text) => text.AsSpan().ContainsAny(Signs);
}
