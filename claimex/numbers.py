"""Number words, ordinals and fractions: text -> value. Needs no context and no model."""
