"""A Doc in; the people, places and organisations it names, who is who, and who holds which office, out."""
