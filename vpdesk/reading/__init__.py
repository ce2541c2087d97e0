"""What was made elsewhere: its words and rows, with what is known of each. Nothing here knows the store or the page."""
