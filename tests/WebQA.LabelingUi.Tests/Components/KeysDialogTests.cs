using System.Text.Json;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using WebQA.LabelingUi.Components.Keys;
using WebQA.LabelingUi.Components.Layout;
using WebQA.LabelingUi.Keys;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class KeysDialogTests : UiTest
{
    [Fact]
    public async Task Single_keys_can_be_switched_off_and_are_kept_so_for_the_person()
    {
        await Context.Services.GetRequiredService<KeysInUse>().LoadAsync("ann");
        Context.Render<KeysButton>().Find("button").Click();

        Dialogs.WaitForElement("input[type=checkbox]").Change(false);

        Assert.Equal("""{"SingleKeysAct":false,"Own":{}}""", Settings.Values[("ann", "keys")]);
        Assert.Equal("off", Context.Render<KeyMapData>().Find("#webqa-keys").GetAttribute("data-single"));
    }

    [Fact]
    public async Task A_key_is_changed_refused_and_made_usual_again_in_its_row()
    {
        await Context.Services.GetRequiredService<KeysInUse>().LoadAsync("ann");
        var row = Context.Render<KeyRow>(p => p.Add(r => r.Action, KeyMap.StopEpisode));
        void Press(string pressed)
        {
            if (row.FindAll("[data-records-key]").Count == 0)
            {
                row.Find("button").Click();
            }
            row.Find("[data-records-key]").Change(pressed);
        }

        Press("a");
        Assert.Equal("A is taken by “Answer now (asks)”. Choose another key, or change that one first.", row.Find("[role=alert]").TextContent);
        Press("shift+s");

        Assert.Equal(["Shift", "S"], row.FindAll("kbd").Select(kbd => kbd.TextContent));
        Assert.Equal("shift+s", JsonElement.Parse(Context.Render<KeyMapData>().Find("#webqa-keys").GetAttribute("data-map")!).GetProperty("running.stop").GetString());
        row.FindAll("button").Single(b => b.TextContent == "Usual key").Click();
        Assert.Equal(["."], row.FindAll("kbd").Select(kbd => kbd.TextContent));
        Assert.Empty(Settings.Values);
    }
}
