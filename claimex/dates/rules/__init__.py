"""The date grammar: each module holds the rules of one kind of expression, as names, patterns and productions."""
