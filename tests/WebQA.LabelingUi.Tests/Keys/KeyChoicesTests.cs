using System.Text.RegularExpressions;
using WebQA.LabelingUi.Keys;

namespace WebQA.LabelingUi.Tests.Keys;

public sealed partial class KeyChoicesTests
{
    [Fact]
    public void On_no_screen_two_actions_have_the_same_key() =>
        Assert.Equal([], from one in KeyMap.All
                         from other in KeyMap.All
                         where string.CompareOrdinal(one.Id, other.Id) < 0 && one.Meets(other)
                         from chord in one.Takes(one.Usual).Select(t => t.Chord).Intersect(other.Takes(other.Usual).Select(t => t.Chord))
                         select $"{chord}: {one} and {other}");

    [Fact]
    public void The_table_holds_every_key_that_the_design_names() =>
        Assert.Equal(
            [
                "? / g ctrl+enter ctrl+s ctrl+z ctrl+shift+z alt+k escape", "j k t b f enter shift+arrowdown shift+arrowright q shift+a ctrl+k alt+1", "[ ] j k s w n e m d x c r shift+1 1", "j k 1", "j k l . a",
            ],
            KeyMap.All.GroupBy(action => action.Scope).Select(scope => string.Join(' ', scope.Select(action => action.Usual))));

    [Fact]
    public void A_row_of_keys_takes_its_digits()
    {
        var map = KeyChoices.Usual.ByAction();

        Assert.Equal(("1", "5", "shift+3", "alt+9"), (map["compare.rate-overall.1"], map["compare.rate-overall.5"], map["compare.rate-row.3"], map["demonstrate.insert-quote.9"]));
        Assert.Equal("alt+4", KeyChoices.Usual.With(KeyMap.RateOverall, "alt+3").ByAction()["compare.rate-overall.4"]);
    }

    [Fact]
    public void A_changed_key_is_there_after_it_was_kept()
    {
        var changed = KeyChoices.Usual.With(KeyMap.Quote, "shift+q").With(KeyMap.StopEpisode, "!") with { SingleKeysAct = false };

        var read = KeyChoices.FromJson(changed.ToJson());

        Assert.Equal(("shift+q", "!", "a", false), (read.Of(KeyMap.Quote).ToString(), read.Of(KeyMap.StopEpisode).ToString(), read.Of(KeyMap.AnswerNow).ToString(), read.SingleKeysAct));
        Assert.False(read.WithUsual(KeyMap.Quote).IsOwn(KeyMap.Quote));
    }

    [Theory]
    [InlineData("b", "B is taken by “Back”. Choose another key, or change that one first.")]
    [InlineData("?", "? is taken by “These keys”. Choose another key, or change that one first.")]
    [InlineData("ctrl+w", "Ctrl + W is needed by the browser. Choose another key.")]
    [InlineData("enter", "That key cannot be used. Press a letter, a digit or a sign, alone or with Ctrl, Alt or Shift.")]
    [InlineData("shift+?", "That key cannot be used. Press a letter, a digit or a sign, alone or with Ctrl, Alt or Shift.")]
    [InlineData("<script>", "That key cannot be used. Press a letter, a digit or a sign, alone or with Ctrl, Alt or Shift.")]
    [InlineData("shift+ctrl+q", "That key cannot be used. Press a letter, a digit or a sign, alone or with Ctrl, Alt or Shift.")]
    [InlineData(null, "That key cannot be used. Press a letter, a digit or a sign, alone or with Ctrl, Alt or Shift.")]
    public void A_key_that_cannot_be_is_refused_with_the_reason(string? pressed, string reason) =>
        Assert.Equal(reason, Assert.Throws<KeyRefusedException>(() => KeyChoices.Usual.With(KeyMap.Quote, pressed)).Message);

    [Fact]
    public void Rows_and_fixed_keys_are_refused_what_they_cannot_have()
    {
        Assert.Equal(
            "This takes 5 digits in a row. Press a digit, alone or with Ctrl, Alt or Shift.",
            Assert.Throws<KeyRefusedException>(() => KeyChoices.Usual.With(KeyMap.RateOverall, "u")).Message);
        Assert.Equal(
            "Shift + 1 is taken by “Rating of the row in focus”. Choose another key, or change that one first.",
            Assert.Throws<KeyRefusedException>(() => KeyChoices.Usual.With(KeyMap.RateOverall, "shift+1")).Message);
        Assert.Equal("“Close what is open” keeps its key.", Assert.Throws<KeyRefusedException>(() => KeyChoices.Usual.With(KeyMap.Close, "x")).Message);
    }

    [Fact]
    public void The_same_key_may_do_different_things_on_different_screens() =>
        Assert.Equal("s", KeyChoices.Usual.With(KeyMap.Quote, "s").Of(KeyMap.Quote).ToString());

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"SingleKeysAct":true,"Own":{"another.version":"x","running.stop":"a","demonstrate.quote":""}}""")]
    [InlineData("""{"SingleKeysAct":true,"Own":null}""")]
    public void What_cannot_be_used_of_what_was_kept_leaves_the_usual_keys(string kept) =>
        Assert.Equal(KeyChoices.Usual.ByAction(), KeyChoices.FromJson(kept).ByAction());

    [Fact]
    public void Every_control_takes_its_action_from_the_table()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "WebQA.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }
        var named = Directory.EnumerateFiles(Path.Combine(root, "labeling-ui", "Components"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => NamedAction().Matches(File.ReadAllText(file)).Select(match => match.Groups["action"].Value)).ToList();

        Assert.Contains("@KeyMap.StopEpisode", named);
        Assert.Equal([], named.Where(action => !action.StartsWith('@') || !action.Contains("KeyMap.", StringComparison.Ordinal)));
    }

    [GeneratedRegex("data-(action|key)=\"(?<action>[^\"]*)\"", RegexOptions.ExplicitCapture, 5_000)]
    private static partial Regex NamedAction();
}
