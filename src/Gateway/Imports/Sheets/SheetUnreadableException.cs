namespace PetitionMesh.Gateway.Imports.Sheets;

/// <summary>The file as a whole can't be read. The message is a Chinese sentence for the person who sent it.</summary>
internal sealed class SheetUnreadableException(string message, Exception? inner = null) : Exception(message, inner);
