"""What is published: its one form, its hash, its signature and its chain; all pure."""
