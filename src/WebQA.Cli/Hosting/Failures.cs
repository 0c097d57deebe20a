using WebQA.Core.Episodes;
using WebQA.Core.Feedback;
using WebQA.Core.Questions;
using WebQA.Runs.Batches;
using WebQA.Storage.Exchange;
using WebQA.TextBrowser.Environments.Creation;

namespace WebQA.Cli.Hosting;

/// <summary>Turns an exception into one message and an exit code; a person at a shell never sees a stack trace.</summary>
internal static class Failures
{
    public static int ExitCodeOf(Exception exception) => exception switch
    {
        OperationCanceledException => ExitCode.Stopped,
        UsageException or InvalidQuestionException or UnknownNameException or QuestionFileException or ExchangeFormatException or FeedbackRefusedException or CreationRefusedException => ExitCode.Usage,
        PageSourceException { IsRefused: true } => ExitCode.Refused,
        _ => ExitCode.Failed,
    };

    public static string MessageOf(Exception exception) => exception switch
    {
        OperationCanceledException => "Stopped.",
        AggregateException { InnerExceptions: [var only] } => MessageOf(only),
        UnauthorizedAccessException => $"{exception.Message} Give this user the right to it, or name another place.",
        _ => exception.Message,
    };
}
