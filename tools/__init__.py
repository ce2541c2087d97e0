"""Small programs for those who work on vpdesk; run from the checkout with python -m."""
