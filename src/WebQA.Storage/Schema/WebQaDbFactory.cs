using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace WebQA.Storage.Schema;

/// <summary>Lets <c>dotnet ef migrations add NAME --project src/WebQA.Storage</c> see the schema without a database.</summary>
internal sealed class WebQaDbFactory : IDesignTimeDbContextFactory<WebQaDb>
{
    public WebQaDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<WebQaDb>().UseSqlite("Data Source=:memory:").Options);
}
