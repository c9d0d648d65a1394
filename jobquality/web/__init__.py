"""Pages for people: no JavaScript is needed, no cookie is set, nothing is loaded from elsewhere."""
