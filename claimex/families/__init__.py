"""Layers in; claims of one family out. One module or folder per family, found by its name; `_family.py` defines what a family is.

What several families share is in the modules with a leading underscore.
"""
