"""The form language: definitions, their linter, and the engine that says what is asked now."""
