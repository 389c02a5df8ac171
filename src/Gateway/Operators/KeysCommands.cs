using System.CommandLine;
using PetitionMesh.Grains.Privacy;
using PetitionMesh.Silo.Keys;

namespace PetitionMesh.Gateway.Operators;

/// <summary><c>keys new</c>: the keys of a city that goes into service.</summary>
internal static class KeysCommands
{
    public static Command Create()
    {
        var keys = new Command("keys", "管理密钥");
        var create = new Command("new", "生成新的密钥文件（不覆盖已有文件）；请与数据分开妥善保管，遗失后个人信息无法再读出");
        var path = new Argument<FileInfo>("file") { Description = "要生成的密钥文件" };
        create.Arguments.Add(path);
        create.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(path);
            if (file.Exists)
                throw new InvalidDataException($"密钥文件 {file.FullName} 已经存在，不会覆盖：请另取文件名，或先核对它是否仍在使用。");
            KeyOpening.Write(file.FullName, KeyFile.Create(development: false));
            Console.Out.WriteLine($"已生成 {file.FullName}，请以 Keys:File 指定。");
            return CommandLine.Fine;
        });
        keys.Subcommands.Add(create);
        return keys;
    }
}
