"""The printed documents: what a reading says, filtered for one audience, and set on paper."""
