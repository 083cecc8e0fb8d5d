"""Records and hand-made labels in; precision, recall and slot accuracy of each family, and floors under them, out."""

from claimex.evaluate.floors import Floors, check_floors, read_floors, update_floors, write_floors
from claimex.evaluate.labels import LabelledArticle, articles_of, load_labels
from claimex.evaluate.scores import Scores, evaluate
from claimex.evaluate.table import format_differences, format_table

__all__ = [
    "Floors",
    "LabelledArticle",
    "Scores",
    "articles_of",
    "check_floors",
    "evaluate",
    "format_differences",
    "format_table",
    "load_labels",
    "read_floors",
    "update_floors",
    "write_floors",
]
