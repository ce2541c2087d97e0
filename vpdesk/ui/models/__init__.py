"""Rows for tables and lists."""
