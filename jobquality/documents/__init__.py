"""Documents as PDF: drawn by a process of its own that can reach nothing but our own files."""
