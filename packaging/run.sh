#!/bin/sh
# Starts the app where there is a display; elsewhere plays the demo and says where to look.
# macOS needs no DISPLAY to have windows.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}" ] || [ -n "${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
    exec .venv/bin/hsb-assess "$@"
fi

echo "There is no display, so the demo plays by itself (about three minutes at most)."
.venv/bin/hsb-assess demo --out build/demo
echo
echo "Signed PDFs:  build/demo/documents/"
echo "Screenshots:  build/demo/screenshots/"
echo "What is what: build/demo/README.txt"
for document in build/demo/documents/*.pdf; do
    echo "Verify one:   .venv/bin/hsb-assess verify $document --trust build/demo/trust/*.card"
    break
done
