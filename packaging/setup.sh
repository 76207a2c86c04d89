#!/bin/sh
# Makes .venv with everything the project needs, and the system libraries that Qt needs.
#
# Usage: sh packaging/setup.sh      (what `make setup` runs; safe to repeat, a second call takes a moment)
#
# Needs Python 3.11 or later. On Debian and Ubuntu it installs missing system packages as root or
# with a sudo that asks no password; otherwise it prints the one command that does, and goes on if it can.
# It writes inside the project's own folder only, so HOME may be empty, anywhere, or not writable.
set -eu
cd "$(dirname "$0")/.."

LOCK=requirements-dev.lock
STAMP=.venv/.set-up          # holds the key of the set-up that was completed
TRIED=.venv/.system-tried    # the missing system packages that could not be installed

say() { printf '%s\n' "$*" >&2; }
stop() { say "$1"; say "$2"; say "[$3]"; exit 1; }

# Two `make` at once would write the same .venv: the second waits for the first.
if command -v flock >/dev/null 2>&1 && [ -z "${HSB_SETUP_LOCKED:-}" ]; then
    mkdir -p build
    HSB_SETUP_LOCKED=1 exec flock build/.set-up.lock sh packaging/setup.sh "$@"
fi

# --- system packages ---------------------------------------------------------------------------
# First line: what Qt loads without a display. Second: its xcb plugin. Third: a display for the
# bench, the accessibility bus, and poppler, which the tests use as a second opinion on our PDFs.
PACKAGES="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0
libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0
xvfb dbus at-spi2-core gir1.2-atspi-2.0 python3-pyatspi poppler-utils strace"

# Prints the packages of "$@" that are not installed. From 2024 some carry the suffix t64.
missing_packages() {
    # shellcheck disable=SC2016,SC2046  # the format is dpkg's; the words are meant to split
    installed=" $(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" $(printf '%st64 ' "$@") 2>/dev/null |
        sed -n 's/^installed //p' | tr '\n' ' ')"
    for package in "$@"; do
        case "$installed" in *" $package "* | *" ${package}t64 "*) ;; *) printf '%s ' "$package" ;; esac
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then echo env
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then echo sudo
    else return 1; fi
}

# Installs "$@"; says the one command and returns 1 if it may not, 2 if it fails.
install_packages() {
    command="apt-get update && apt-get install -y --no-install-recommends $*"
    if ! root=$(as_root); then
        say "System packages are missing. This one command installs them:"
        say "    sudo sh -c '$command'"
        return 1
    fi
    say "Installing system packages: $*"
    if ! { $root env DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
           $root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >build/apt.log 2>&1; then
        say "They could not be installed (build/apt.log says why). This one command does it:"
        say "    sudo sh -c '$command'"
        return 2
    fi
}

# --- the interpreter ---------------------------------------------------------------------------
# A name on the path may be a shim that runs nothing, so each candidate has to run.
runs() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
makes_venvs() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

pick_python() {
    first=
    for candidate in python3.13 python3.12 python3.11 python3; do
        runs "$candidate" || continue
        first=${first:-$candidate}
        if makes_venvs "$candidate"; then echo "$candidate"; return; fi
    done
    [ -n "$first" ] || return 1
    # Debian keeps ensurepip in a package of its own.
    version=$("$first" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    command -v apt-get >/dev/null 2>&1 && install_packages "python$version-venv" || return 1
    makes_venvs "$first" && echo "$first"
}

mkdir -p build
if command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; then
    # shellcheck disable=SC2086  # the words are meant to split
    missing=$(missing_packages $PACKAGES)
    # What could not be installed last time is not tried again on every `make`, only named.
    if [ -n "$missing" ] && [ "$missing" = "$(cat $TRIED 2>/dev/null || true)" ]; then
        say "System packages are missing, so some things may not work. This installs them:"
        say "    sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends $missing'"
    elif [ -n "$missing" ]; then
        # shellcheck disable=SC2086
        install_packages $missing || [ $? = 1 ] || failed=$missing
    fi
fi

# --- .venv -------------------------------------------------------------------------------------
# The key also names the folder: a .venv holds absolute paths, so a moved project needs a new one.
key=$({ pwd; cat "$LOCK" pyproject.toml packaging/setup.sh; } | cksum)
if [ "$(cat $STAMP 2>/dev/null || true)" != "$key" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    python=$(pick_python) || stop "No Python that can be used was found." \
        "Install Python 3.11, 3.12 or 3.13 with its venv module (Debian, Ubuntu: apt-get install python3-venv)." "setup_no_python"
    if ! .venv/bin/python -c '' 2>/dev/null || [ "$(cat .venv/.folder 2>/dev/null || true)" != "$PWD" ]; then
        rm -rf .venv
        "$python" -m venv .venv
        pwd >.venv/.folder
    fi
    rm -f $STAMP
    say "Installing the locked packages into .venv with $(.venv/bin/python --version). This happens once and takes some minutes."
    # Wheels only: nothing is compiled, and no package runs code of its own while it is installed.
    .venv/bin/python -m pip install -qq --require-hashes --only-binary :all: -r "$LOCK" ||
        stop "The locked packages could not be installed." "Check the connection to the package registry and run it again." "setup_packages"
    .venv/bin/python -m pip install -qq --no-deps --no-build-isolation -e . ||
        stop "The project itself could not be installed." "Run it again; if it fails again, remove .venv first." "setup_project"
    QT_QPA_PLATFORM=offscreen .venv/bin/python -c 'from PySide6 import QtWidgets, QtPdf; QtWidgets.QApplication([])' \
        2>build/qt.log || stop "Qt cannot start: a system library is missing (build/qt.log names it)." "Install the system packages named above and run it again." "setup_qt"
    echo "$key" >$STAMP
fi
if [ -n "${failed:-}" ]; then echo "$failed" | sed 's/ *$/ /' | tr -d '\n' >$TRIED; fi

# --- the forms ---------------------------------------------------------------------------------
# The app opens compiled definitions. A fault in a form does not end the set-up: `make check` tells it.
FORMS=.venv/.forms-compiled
if [ ! -e $FORMS ] || [ ! -d forms/compiled ] ||
   [ -n "$(find forms hsb_assess/instrument \( -name '*.yaml' -o -name '*.py' \) -newer $FORMS | head -n 1)" ]; then
    touch $FORMS.new
    if .venv/bin/hsb-assess forms compile >build/forms.log 2>&1; then
        mv $FORMS.new $FORMS
    else
        rm -f $FORMS.new
        say "The forms could not be compiled; \`make check\` and build/forms.log say why."
    fi
fi

# --- Welsh -------------------------------------------------------------------------------------
WELSH=resources/translations/assess_cy
if [ ! -e $WELSH.qm ] || [ $WELSH.ts -nt $WELSH.qm ]; then
    .venv/bin/pyside6-lrelease -silent $WELSH.ts -qm $WELSH.qm >build/welsh.log 2>&1 ||
        say "The Welsh texts could not be made ready; the app speaks English. build/welsh.log says why."
fi

# --- bytecode ----------------------------------------------------------------------------------
# What the first paint imports is compiled beforehand, also where Python is told not to leave bytecode behind.
.venv/bin/python -m compileall -q hsb_assess ui >/dev/null 2>&1 || true
