"""The only SQL. Queries take an open session and return frozen values; they never commit."""
