"""Values and rules of the office. Knows the standard library only and touches no file."""
