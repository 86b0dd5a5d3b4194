"""From a checkpoint to the weights in the package: ONNX, int8, metadata, digest, and the parity of all three.

    python -m training.export --run training/runs/latest [--to src/onrecord/annotate/weights]

int8 as it was measured to lose least: the word table row by row (one scale a row), every matrix channel by channel,
with reduce_range, which costs nothing and keeps CPUs without VNNI from overflowing.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from onrecord.annotate.labels import HEADS, TAGGERS, ontology_digest
from onrecord.annotate.session import FORMAT, TAGGER_FILE, WEIGHTS_FILE
from onrecord.annotate.windows import Encoded, encode
from onrecord.annotate.wordpiece import WordPiece
from training.encoder import Network

OPSET = 17
OUTPUTS = ["scores", "projected", "queries"]
PACKAGE = Path(__file__).parent.parent / "src" / "onrecord" / "annotate" / "weights"
PROBE = "“The truce holds,” Amina al-Sayed told AFP in Port Sudan on 3 March , but two F-16 jets struck Nyala .".split()


class RowTable(nn.Module):
    """An embedding whose rows are int8 with a scale each."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


class Exported(nn.Module):
    """The graph: one window → scores, projections and queries of its words."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, first_pieces: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        words = network.hidden(ids, shapes)[:, first_pieces]  # [1, words, hidden]
        return network.heads(words)[0], network.project(words)[0], network.query(words)[0]


def with_taggers(model: onnx.ModelProto, network: Network) -> None:
    """Add the taggers' own parameters as constant outputs, which cost nothing unless asked for."""
    for name, tagger in network.taggers.items():
        parts = {"relative": tagger.relative.weight, "weight": tagger.out.weight.T, "bias": tagger.out.bias}
        for part, weight in parts.items():
            array = np.ascontiguousarray(weight.detach().numpy(), dtype=np.float32)
            model.graph.initializer.append(onnx.numpy_helper.from_array(array, f"{name}.{part}.constant"))
            model.graph.node.append(onnx.helper.make_node("Identity", [f"{name}.{part}.constant"], [f"{name}.{part}"]))
            kind = onnx.helper.make_tensor_value_info(f"{name}.{part}", onnx.TensorProto.FLOAT, array.shape)
            model.graph.output.append(kind)


def export(network: Network, path: Path) -> None:
    """Write the fp32 graph."""
    window = probe()
    inputs = tuple(torch.from_numpy(array) for array in (window.ids[None], window.shapes[None], window.first_pieces))
    torch.onnx.export(
        Exported(network).eval(),
        inputs,
        str(path),
        input_names=["ids", "shapes", "first_pieces"],
        output_names=OUTPUTS,
        dynamic_axes={
            "ids": {1: "pieces"},
            "shapes": {1: "pieces"},
            "first_pieces": {0: "words"},
            "scores": {0: "words"},
            "projected": {0: "words"},
            "queries": {0: "words"},
        },
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(path: Path, to: Path) -> None:
    """fp32 graph (with a row-wise word table) → int8 matrices."""
    prepared = path.with_suffix(".prepared.onnx")
    quant_pre_process(str(path), str(prepared), skip_symbolic_shape=True)
    quantize_dynamic(
        str(prepared),
        str(to),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"MatMulConstBOnly": True},
    )


def complete(path: Path, network: Network, temperatures: dict[str, float]) -> str:
    """Put the taggers and the metadata that the loader checks into the model; the digest of the file that results."""
    model = onnx.load(str(path))
    with_taggers(model, network)
    del model.metadata_props[:]
    column = 0
    columns = {}
    for name, head in HEADS.items():
        columns[name] = {"from": column, "labels": head.labels}
        column += len(head.labels)
    entries = {
        "format": FORMAT,
        "ontology": ontology_digest(),
        "opset": str(OPSET),
        "heads": json.dumps(columns),
        "taggers": json.dumps({name: tagger.labels for name, tagger in TAGGERS.items()}),
        "temperatures": json.dumps(temperatures, sort_keys=True),
    }
    for key, value in entries.items():
        model.metadata_props.add(key=key, value=value)
    data = model.SerializeToString(deterministic=True)
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n", encoding="ascii")
    return digest


def write_tagger_graph(path: Path) -> None:
    """The taggers' arithmetic without their parameters, for onnxruntime: numpy's BLAS would start threads."""
    floats, ints = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64
    shapes = {
        "relative": ["distances", "units"],
        "weight": ["units", "labels"],
        "bias": ["labels"],
        "projected": ["window", "units"],
        "queries": ["queried", "units"],
    }
    inputs = [onnx.helper.make_tensor_value_info(name, floats, shape) for name, shape in shapes.items()]
    inputs += [onnx.helper.make_tensor_value_info(name, ints, ["rows"]) for name in ("words", "anchors", "places")]
    nodes = [
        onnx.helper.make_node("Gather", ["relative", "places"], ["near"], axis=0),
        onnx.helper.make_node("Gather", ["projected", "words"], ["of_words"], axis=0),
        onnx.helper.make_node("Gather", ["queries", "anchors"], ["of_anchors"], axis=0),
        onnx.helper.make_node("Add", ["near", "of_words"], ["with_words"]),
        onnx.helper.make_node("Add", ["with_words", "of_anchors"], ["with_anchors"]),
        onnx.helper.make_node("Relu", ["with_anchors"], ["active"]),
        onnx.helper.make_node("MatMul", ["active", "weight"], ["products"]),
        onnx.helper.make_node("Add", ["products", "bias"], ["logits"]),
    ]
    output = onnx.helper.make_tensor_value_info("logits", floats, ["rows", "labels"])
    graph = onnx.helper.make_graph(nodes, "tagger", inputs, [output])
    model = onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", OPSET)], ir_version=8)
    path.write_bytes(model.SerializeToString(deterministic=True))


def probe() -> Encoded:
    """One window of our own words, for parity."""
    return encode(tuple(PROBE), WordPiece.packaged())


def outputs(path: Path, window: Encoded) -> list[np.ndarray]:
    """Scores, projections and queries of one window."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    feed = {"ids": window.ids[None], "shapes": window.shapes[None], "first_pieces": window.first_pieces}
    found: list[np.ndarray] = session.run(OUTPUTS, feed)
    return found


def main() -> None:
    """Export a run's network; print how far ONNX and int8 are from torch."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=PACKAGE)
    parser.add_argument("--temperatures", type=Path, help="JSON that training.calibrate wrote")
    options = parser.parse_args()
    network = Network().eval()
    network.load_state_dict(torch.load(options.run / "network.pt", weights_only=True))
    window = probe()
    with torch.no_grad():
        inputs = [torch.from_numpy(array) for array in (window.ids[None], window.shapes[None], window.first_pieces)]
        expected = [output.numpy() for output in Exported(network)(*inputs)]
    export(network, options.run / "fp32.onnx")
    network.words = RowTable(network.words.weight.detach())
    export(network, options.run / "rows.onnx")
    options.to.mkdir(parents=True, exist_ok=True)
    target = options.to / WEIGHTS_FILE
    quantise(options.run / "rows.onnx", target)
    temperatures = json.loads(options.temperatures.read_text()) if options.temperatures else {}
    complete(options.run / "fp32.onnx", network, temperatures)
    write_tagger_graph(options.to / TAGGER_FILE)
    digest = complete(target, network, temperatures)
    for name, path in (("fp32", options.run / "fp32.onnx"), ("int8", target)):
        for label, one, other in zip(OUTPUTS, expected, outputs(path, window), strict=True):
            cosine = float((one * other).sum() / np.linalg.norm(one) / np.linalg.norm(other))
            print(f"{name} {label}: largest difference {np.abs(one - other).max():.2g}, cosine {cosine:.5f}")
    print(f"{target} {target.stat().st_size / 1e6:.1f} MB {digest}")


if __name__ == "__main__":
    main()
