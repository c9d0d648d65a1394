"""Migrations: forward only. The way back is the backup made before the update."""
