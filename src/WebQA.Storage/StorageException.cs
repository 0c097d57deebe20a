namespace WebQA.Storage;

/// <summary>The data folder cannot be used; the message says where, why, and what to do. Nothing stored is touched.</summary>
public sealed class StorageException(string message, Exception? innerException = null) : Exception(message, innerException);
