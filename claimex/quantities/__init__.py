"""A Doc, its names and its dates in; every amount with value, unit, kind and approximation out."""

from claimex.quantities.find import find_quantities
from claimex.quantities.quantity import Quantities, Quantity

__all__ = ["Quantities", "Quantity", "find_quantities"]
