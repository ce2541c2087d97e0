"""vpdesk: the desk of a small Party office, from the draft to the printed page."""

__version__ = "0.1.0"
