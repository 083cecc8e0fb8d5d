"""Lines of claimex's own output in; the same in another format out: linked data, annotation tools, spaCy, tables."""
