#!/bin/sh
# Pins the dependencies again: hashes for every platform, and no download address in the files.
set -eu
cd "$(dirname "$0")/.."

pin() { uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet "$@"; }
pin pyproject.toml --output-file requirements.lock
pin pyproject.toml --constraint requirements.lock --group dev --output-file requirements-dev.lock

if grep -n '://' requirements.lock requirements-dev.lock; then
    echo "An address got into a lock. Remove what put it there. [lock_address]" >&2
    exit 1
fi
