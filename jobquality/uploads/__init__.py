"""The gate for files from people: what they may be, and what is taken out of them."""
