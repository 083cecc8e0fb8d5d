"""A Doc and what is known of its publication in; the publication date and every temporal expression, resolved, out."""
