"""Signed documents: prepare, certify, countersign (``pdf``) and check strictly (``verify``); bytes in, bytes out.

Both modules import the heavy libraries when they are first called, which is in a child process.
"""
