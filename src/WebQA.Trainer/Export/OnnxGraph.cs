using System.Buffers.Binary;

namespace WebQA.Trainer.Export;

/// <summary>Builds an ONNX model of float tensors (opset 17, IR 8). Numbers of fields are those of onnx.proto.</summary>
/// <param name="name">The graph's name.</param>
internal sealed class OnnxGraph(string name)
{
    private const int FloatType = 1;
    private const int Opset = 17;
    private readonly List<ProtocolBuffer> _nodes = [];
    private readonly List<ProtocolBuffer> _constants = [];
    private readonly List<ProtocolBuffer> _inputs = [];
    private readonly List<ProtocolBuffer> _outputs = [];

    /// <summary>An input of rows: a batch of any size.</summary>
    public OnnxGraph Input(string value, int width)
    {
        _inputs.Add(ValueInfo(value, width));
        return this;
    }

    /// <summary>An output of rows.</summary>
    public OnnxGraph Output(string value, int width)
    {
        _outputs.Add(ValueInfo(value, width));
        return this;
    }

    /// <summary>A constant tensor; without dimensions, a number.</summary>
    public OnnxGraph Constant(string value, IReadOnlyList<long> dimensions, ReadOnlySpan<float> numbers)
    {
        var tensor = new ProtocolBuffer();
        foreach (var dimension in dimensions)
        {
            tensor.Add(1, dimension);
        }
        var raw = new byte[numbers.Length * sizeof(float)];
        for (var i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(raw.AsSpan(i * sizeof(float)), numbers[i]);
        }
        _constants.Add(tensor.Add(2, FloatType).Add(8, value).Add(9, raw));
        return this;
    }

    /// <summary>An operator: its inputs, its one output, and whole-number attributes.</summary>
    public OnnxGraph Node(string operation, IReadOnlyList<string> inputs, string output, params (string Name, long Value)[] attributes)
    {
        var node = new ProtocolBuffer();
        foreach (var input in inputs)
        {
            node.Add(1, input);
        }
        node.Add(2, output).Add(3, $"{operation}_{_nodes.Count}").Add(4, operation);
        foreach (var (attribute, value) in attributes)
        {
            node.Add(5, new ProtocolBuffer().Add(1, attribute).Add(3, value).Add(20, 2L));
        }
        _nodes.Add(node);
        return this;
    }

    /// <summary>The model's bytes.</summary>
    public byte[] Build()
    {
        var graph = new ProtocolBuffer();
        Add(graph, 1, _nodes);
        graph.Add(2, name);
        Add(graph, 5, _constants);
        Add(graph, 11, _inputs);
        Add(graph, 12, _outputs);
        return new ProtocolBuffer().Add(1, 8L).Add(2, "webqa").Add(7, graph).Add(8, new ProtocolBuffer().Add(1, string.Empty).Add(2, (long)Opset)).ToArray();
    }

    private static void Add(ProtocolBuffer message, int field, IEnumerable<ProtocolBuffer> parts)
    {
        foreach (var part in parts)
        {
            message.Add(field, part);
        }
    }

    private static ProtocolBuffer ValueInfo(string value, int width)
    {
        var shape = new ProtocolBuffer().Add(1, new ProtocolBuffer().Add(2, "batch")).Add(1, new ProtocolBuffer().Add(1, (long)width));
        return new ProtocolBuffer().Add(1, value).Add(2, new ProtocolBuffer().Add(1, new ProtocolBuffer().Add(1, (long)FloatType).Add(2, shape)));
    }
}
