"""Small shared parts of pages, each with a name that a screen reader can say."""
