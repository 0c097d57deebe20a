using WebQA.TextBrowser.Search;

namespace WebQA.TextBrowser.Tests.Search;

public class ByteProductTests
{
    [Theory]
    [InlineData(384)]
    [InlineData(26)]
    [InlineData(77)]
    public void The_product_is_that_of_real_numbers(int length)
    {
        var random = new Random(length);
        for (var round = 0; round < 200; round++)
        {
            float[] query = [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - .5f)];
            sbyte[] bytes = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
            var exact = query.Zip(bytes).Sum(p => (double)p.First * p.Second);

            Assert.Equal(exact, new ByteProduct(query).With(bytes), 0.001 * length);
        }
    }

    [Fact]
    public void The_largest_numbers_do_not_overflow()
    {
        float[] query = [.. Enumerable.Repeat(1f, 2_048)];
        sbyte[] bytes = [.. Enumerable.Repeat((sbyte)-127, 2_048)];

        Assert.Equal(-127f * 2_048, new ByteProduct(query).With(bytes), 1f);
    }
}
