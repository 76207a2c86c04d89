"""Everything of HSB Assess that needs no window: the record, the rules, the vault, the documents."""

__version__ = "0.1.0"
