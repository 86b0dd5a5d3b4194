"""Builds the wheel and looks into it: all that the program needs is there, and nothing that does not belong.

python tools/check_wheel.py
"""

import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

NEEDED = (
    "onrecord/py.typed",
    "onrecord/annotate/weights/annotator.onnx",
    "onrecord/annotate/weights/annotator.onnx.sha256",
    "onrecord/annotate/weights/tagger.onnx",
    "onrecord/annotate/weights/vocab.txt",
    "onrecord/core/data/acts.json",
    "onrecord/core/data/events.json",
    "onrecord/gazetteer/data/gazetteer.sqlite",
    "onrecord/samples/index.toml",
    "onrecord/samples/baghdad-drone-strike-tribune.html",
    "onrecord/store/migrations/env.py",
    "onrecord/store/migrations/versions/v0001_first.py",
)
# What stands beside the metadata of the wheel, for whoever has the wheel alone.
LICENCES = ("LICENSE", "NOTICE")
# What a user on a slow line can be asked to fetch: weights, gazetteer and code, with room to grow.
LARGEST_MB = 60


def main() -> int:
    """Build, look, and say what is wrong; 1 if anything is."""
    with tempfile.TemporaryDirectory() as folder:
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(ROOT)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        (wheel,) = Path(folder).glob("onrecord-*.whl")
        size_mb = wheel.stat().st_size / 1e6
        with zipfile.ZipFile(wheel) as archive:
            names = set(archive.namelist())
    faults = [f"{name} is missing" for name in NEEDED if name not in names]
    faults += [f"{name} is missing" for name in LICENCES if not has_licence(names, name)]
    faults += [f"{name} does not belong there" for name in sorted(names) if not belongs(name)]
    if size_mb > LARGEST_MB:
        faults.append(f"{size_mb:.1f} MB is more than {LARGEST_MB} MB")
    for fault in faults:
        print(f"{wheel.name}: {fault}", file=sys.stderr)
    print(f"{wheel.name}: {len(names)} files, {size_mb:.1f} MB")
    return 1 if faults else 0


def has_licence(names: set[str], licence: str) -> bool:
    """Whether the metadata of the wheel hold that file."""
    return any(name.endswith(f".dist-info/licenses/{licence}") for name in names)


def belongs(name: str) -> bool:
    """Whether a file is of the package or of its metadata, and of no test or build."""
    top = name.split("/", 1)[0]
    return (top == "onrecord" or top.endswith(".dist-info")) and "__pycache__" not in name


if __name__ == "__main__":
    raise SystemExit(main())
