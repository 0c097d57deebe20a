using Bunit;
using WebQA.LabelingUi.Components.Layout;

namespace WebQA.LabelingUi.Tests.Components;

public sealed class KeysDialogTests : UiTest
{
    [Fact]
    public void Single_keys_can_be_switched_off()
    {
        Context.JSInterop.Setup<bool>("webqa.keys.areOn").SetResult(true);
        var turned = Context.JSInterop.SetupVoid("webqa.keys.turn", _ => true).SetVoidResult();
        Context.Render<KeysButton>().Find("button").Click();

        Dialogs.WaitForElement("input[type=checkbox]").Change(false);

        Assert.Equal(false, Assert.Single(turned.Invocations).Arguments[0]);
    }
}
