"""Score many employers at once, in columns, equal to the exact evaluator."""
