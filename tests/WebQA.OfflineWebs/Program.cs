using System.Globalization;
using WebQA.OfflineWebs;

// Webs without a network for '.ci/long offline-webs', and a judge of what was answered from them.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["pages", var corpus, var folder]:
        Article.Read(corpus).WriteTo(folder);
        return 0;
    case ["wiki", var corpus]:
        await WikiSite.RunAsync(Article.Read(corpus));
        return 0;
    case ["judge", var answer]:
        return await AnswerJudge.RunAsync(answer, Console.Out) ? 0 : 1;
    default:
        await Console.Error.WriteLineAsync("pages CORPUS FOLDER: writes the articles as HTML files. wiki CORPUS: serves them as MediaWiki does. judge ANSWER: checks each quote against its page.");
        return 2;
}
