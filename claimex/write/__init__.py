"""Records in; lines of one output format out."""
