"""Inputs of the draft page, and the form they make."""
