"""Scores, levels and plans in plain words, for pages, documents and files."""
