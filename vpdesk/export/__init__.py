"""Files out: the laid-out pages as PDF, PNG and frame dump."""
