"""The editor of a dispatch's body."""
