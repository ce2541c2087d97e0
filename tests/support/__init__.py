"""What the tests share: builders, readers of our files, reference files, and what must be there."""
