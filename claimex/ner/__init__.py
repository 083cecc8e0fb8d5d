"""A batch of Docs in; their names, dates and amounts in `doc.ents`, by our own small network in `models/ner`, out."""
