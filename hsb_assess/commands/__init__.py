"""The commands of the command line: each module adds its options, and imports what it needs only when it runs."""
