"""The page on screen and on the printer: one painter for both."""
