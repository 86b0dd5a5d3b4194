"""How the weights are made: corpora → windows → one multi-task training → one ONNX graph. The only room with torch."""
