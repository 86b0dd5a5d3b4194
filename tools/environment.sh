# Read by ./demo and ./check: makes a virtual environment with whatever this machine has, uv or Python alone.

# A Python of version 3.11 or later, by name; fails with a message where there is none.
find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$candidate"
            return 0
        fi
    done
    echo "onrecord needs Python 3.11 or later, and none was found on the PATH" >&2
    return 1
}

# make_environment FOLDER: a virtual environment in FOLDER, unless a working one is there.
make_environment() {
    if [ -x "$1/bin/python" ] && "$1/bin/python" -c 'import sys' 2>/dev/null; then
        return 0
    fi
    if command -v uv >/dev/null 2>&1; then
        uv venv --quiet --python '>=3.11' "$1"
    else
        python=$(find_python)
        "$python" -m venv "$1"
    fi
}

# install_into FOLDER ARGUMENTS...: what `pip install ARGUMENTS` does, in that environment.
install_into() {
    environment=$1
    shift
    if command -v uv >/dev/null 2>&1; then
        uv pip install --quiet --python "$environment/bin/python" "$@"
    else
        "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$@"
    fi
}
