"""Layers in; claims of one family out. One module per family, found by its name; `_family.py` defines what a family is."""
